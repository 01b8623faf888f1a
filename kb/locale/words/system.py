"""What the operating system said, in words."""

import errno

REASONS: dict[int, str] = {
    errno.ENOENT: "tidak ada berkas dengan nama itu",
    errno.EACCES: "izin ditolak",
    errno.EPERM: "izin ditolak",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "bagian dari jalurnya bukan folder",
    errno.EEXIST: "nama itu sudah ada",
    errno.ENOSPC: "cakram penuh",
    errno.EROFS: "hanya dapat dibaca",
    errno.EIO: "cakram tidak menjawab dengan benar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
}
"""errno -> why; what is not here is told in the system's own words."""
NOT_UTF_8 = "bukan teks UTF-8, mulai bita ke-{byte}"
