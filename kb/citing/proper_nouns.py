"""English words that keep their capital in a title in sentence case: peoples, places, languages, faiths, days, months."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONE_WORD = _words("""
    Indonesia Indonesian Indonesians Java Javanese Sumatra Sumatran Borneo Kalimantan Sulawesi Papua Papuan Bali Balinese
    Lombok Flores Timor Maluku Moluccas Madura Madurese Sunda Sundanese Batak Minangkabau Minang Bugis Makassar Aceh
    Acehnese Dayak Toraja Betawi Jakarta Bandung Surabaya Semarang Yogyakarta Medan Padang Palembang Pekanbaru Riau Jambi
    Bengkulu Lampung Bogor Depok Bekasi Tangerang Banten Malang Kediri Jember Madiun Surakarta Solo Kudus Jepara Klaten
    Sleman Bantul Denpasar Mataram Kupang Ambon Ternate Manado Palu Kendari Gorontalo Pontianak Banjarmasin Samarinda
    Balikpapan Jayapura Manokwari Merauke Cirebon Tasikmalaya Garut Sukabumi Karawang Purwokerto Banyumas Nusantara
    Malaysia Malaysian Singapore Thailand Thai Vietnam Vietnamese Philippines Philippine Filipino Myanmar Cambodia Laos
    Brunei ASEAN Asia Asian Asians Africa African Africans Europe European Europeans America American Americans Australia
    Australian Oceania Pacific Atlantic Mediterranean Arctic Antarctic Scandinavia Scandinavian Caribbean
    China Chinese Japan Japanese Korea Korean India Indian Indians Pakistan Bangladesh Nepal Lanka Taiwan Tibet Mongolia
    Iran Iranian Iraq Israel Palestine Syria Turkish Egypt Egyptian Arab Arabs Arabia Arabian Arabic Saudi Yemen
    Kuwait Qatar Dubai Nigeria Nigerian Ghana Kenya Uganda Ethiopia Tanzania Rwanda Zambia Zimbabwe Morocco Algeria Sudan
    Britain British England English Scotland Scottish Ireland Irish Wales Welsh London Oxford Cambridge France French Paris
    Germany German Germans Berlin Netherlands Dutch Holland Belgium Spain Spanish Portugal Portuguese Italy Italian Rome
    Roman Romans Greece Greek Greeks Athens Sweden Swedish Norway Norwegian Denmark Danish Finland Finnish Poland Polish
    Russia Russian Soviet Ukraine Hungary Austria Vienna Switzerland Swiss Canada Canadian Mexico Mexican Brazil Brazilian
    Argentina Chile Chilean Peru Colombia Cuba Latin Zealand York Washington California Texas Chicago Boston Detroit
    Islam Islamic Muslim Muslims Quran Koran Sharia Sunni Shia Christian Christians Christianity Catholic Catholics
    Protestant Protestants Bible Hindu Hindus Hinduism Buddhist Buddhists Buddhism Confucian Jewish Jews Judaism Allah
    January February April June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Ramadan Christmas
    Facebook Instagram Twitter YouTube WhatsApp Google TikTok Wikipedia Internet Covid
    Marx Marxist Marxism Freud Freudian Piaget Vygotsky Bourdieu Foucault Weber Weberian Durkheim Habermas Keynes Keynesian
    Likert Maslow Bandura Dewey Hofstede Pancasila
    """)
"""March, turkey, polish and bloom are left out: they are ordinary words too, and braces keep their capital where asked."""

_PLACED = _words(
    "North South East West Central Southeast Northeast Southwest Northwest Eastern Western Northern Southern"
)
_PHRASES = re.compile(
    r"\b(?:United (?:States|Kingdom|Nations|Arab Emirates)|World (?:Bank|War|Wide Web|Health Organization)|Middle East"
    r"|Global (?:South|North)|European Union|New (?:York|Zealand|Delhi|Order)|Hong Kong|Sri Lanka|Cold War|Third World"
    r"|Great Depression|Industrial Revolution|Silicon Valley|Papua New Guinea|World Trade Organization)\b"
)


def keeps_capital(word: str, following: str = "") -> bool:
    """Whether a word is a name, or the direction in one ("West Java")."""
    bare = re.sub(r"['’]s$", "", word.strip(".,;:!?()[]\"“”'‘’"))
    return bare in _ONE_WORD or (bare in _PLACED and keeps_capital(following)) if following else bare in _ONE_WORD


def names_in(title: str) -> list[tuple[int, int]]:
    """Where names of several words stand."""
    return [match.span() for match in _PHRASES.finditer(title)]
