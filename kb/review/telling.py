"""The frames of the narrative, in both languages: several for each sentence, so that no two studies sound alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """Frames with slots; a tuple holds ways to say the same, taken in turn from study to study.

    `opening` is for most studies, `last` for the last of several, `untitled` where no title is known. `aim_doing` takes
    an aim that is a verb with its object, `aim_thing` any other. `found_that` takes a clause, `found` whole sentences.
    Where the source is in another language, or does not fit a frame, its words are quoted.
    """

    opening: tuple[str, ...]
    last: str
    untitled: str
    research: str
    thesis: str
    focus: tuple[str, str]
    called: str
    aim_doing: tuple[str, ...]
    aim_thing: str
    aim_quoted: str
    subject: tuple[str, ...]
    who_where: tuple[str, ...]
    who: tuple[str, ...]
    where: tuple[str, ...]
    data: tuple[str, ...]
    gathered: tuple[str, ...]
    worked: tuple[str, ...]
    sampled: str
    said_of: str
    found_that: tuple[str, ...]
    found: str
    found_quoted: str
    by_reader: str
    limits: str
    limits_quoted: str
    aspects: str
    reading: str
    denies: str
    relevant_because: str
    relevant_as: str
    relevant_quoted: str
    all_of: str
    only_one: str
    studies_of: tuple[str, str]
    several: str
    shared_by_all: str
    shared_by_some: tuple[str, ...]
    shared_by_one: str
    not_named: str
    shared_reading: str
    relevant_all: str
    relevant_all_as: str
    relevant_all_quoted: str
    settings: str
    settings_many: str


INDONESIAN = Telling(
    opening=(
        "{cite} {research} berjudul {title}{focus}.",
        "Penelitian lain dilakukan oleh {cite} dengan judul {title}{focus}.",
        "Selanjutnya, {cite} {research} berjudul {title}{focus}.",
        "Penelitian {cite} yang berjudul {title} juga ditelaah{focus_apart}.",
    ),
    last="Penelitian terakhir yang ditelaah adalah penelitian {cite} berjudul {title}{focus}.",
    untitled="Penelitian {cite} turut ditelaah{focus_apart}.",
    research="melakukan penelitian",
    thesis="menulis {kind}",
    focus=(", yang berfokus pada {topic}", "; fokusnya {topic}"),
    called=", yang di dalamnya disebut {word}",
    aim_doing=(
        "Penelitian tersebut bertujuan untuk {aim}.",
        "Tujuan penelitian tersebut adalah {aim}.",
        "Penelitian {name} bertujuan untuk {aim}.",
    ),
    aim_thing="Tujuannya berkenaan dengan {aim}.",
    aim_quoted="Tujuannya dirumuskan sebagai {aim}.",
    subject=("Penelitian tersebut", "{name}", "Penelitian {name}"),
    who_where=(
        "Subjeknya adalah {who} di {where}.",
        "Penelitian tersebut dilakukan di {where} dengan subjek {who}.",
        "Dengan subjek {who}, penelitian tersebut dilakukan di {where}.",
    ),
    who=(
        "Subjeknya adalah {who}.",
        "Subjek penelitian tersebut adalah {who}.",
        "Penelitian tersebut berkenaan dengan {who}.",
    ),
    where=("Penelitian tersebut dilakukan di {where}.", "Tempat penelitiannya adalah {where}."),
    data=(
        "Data dikumpulkan melalui {gathered}, lalu diolah dengan {worked}.",
        "Pengumpulan data dilakukan melalui {gathered}, sedangkan pengolahannya dengan {worked}.",
        "Datanya diperoleh melalui {gathered} dan diolah dengan {worked}.",
    ),
    gathered=(
        "Data dikumpulkan melalui {gathered}.",
        "Pengumpulan data dilakukan melalui {gathered}.",
        "Datanya diperoleh melalui {gathered}.",
    ),
    worked=("Data diolah dengan {worked}.", "Datanya diolah dengan {worked}."),
    sampled="Sampel diambil dengan teknik {sampled}.",
    said_of="Tentang {facet}, disebutkan “{words}”.",
    found_that=(
        "Hasil penelitian tersebut menunjukkan bahwa {found}",
        "Dari penelitian tersebut diketahui bahwa {found}",
        "Penelitian tersebut menghasilkan temuan bahwa {found}",
    ),
    found="Hasilnya sebagai berikut. {found}",
    found_quoted="Hasilnya, dalam kata-kata sumbernya: “{found}”",
    by_reader="{found} (menurut telaah penulis)",
    limits="Keterbatasan yang disebutkan adalah {limits}.",
    limits_quoted="Tentang keterbatasannya disebutkan “{limits}”.",
    aspects="Aspek yang dikaji adalah {aspects}.",
    reading="Menurut telaah penulis, pembahasannya{quotes} bersesuaian dengan {values}.",
    denies="{subject} menyatakan tidak {does}.",
    relevant_because="Penelitian tersebut relevan bagi penelitian ini karena {why}.",
    relevant_as="Relevansinya bagi penelitian ini adalah {why}.",
    relevant_quoted="Tentang relevansinya bagi penelitian ini dicatat “{why}”.",
    all_of="{all} penelitian terdahulu tersebut",
    only_one="penelitian terdahulu tersebut",
    studies_of=("penelitian {names}", "penelitian {names}"),
    several="{n} penelitian terdahulu, antara lain {names},",
    shared_by_all="Berdasarkan uraian di atas, {who} dan penelitian ini sama-sama {does}.",
    shared_by_some=("Seperti penelitian ini, {who} {does}.", "Adapun {who}, seperti penelitian ini, {does}."),
    shared_by_one="Selain itu, seperti penelitian ini, {each}.",
    not_named="; berdasarkan telaah penulis, {facet} tidak disebutkan dalam {who}",
    shared_reading="Menurut telaah penulis, pembahasan dalam {who} bersesuaian dengan {values}.",
    relevant_all="{who} relevan bagi penelitian ini karena {why}.",
    relevant_all_as="Relevansi {who} bagi penelitian ini adalah {why}.",
    relevant_all_quoted="Tentang relevansi {who} bagi penelitian ini dicatat “{why}”.",
    settings="Dari segi {what}, {each}, sedangkan {ours}.",
    settings_many="Dari segi {what}, {n} penelitian terdahulu yang ditelaah berbeda dari penelitian ini: {ours}.",
)

ENGLISH = Telling(
    opening=(
        "{cite} {research} entitled {title}{focus}.",
        "Another study is that of {cite}, entitled {title}{focus}.",
        "Next, {cite} {research} entitled {title}{focus}.",
        "The study by {cite}, {title}, was reviewed as well{focus_apart}.",
    ),
    last="The last study reviewed is that of {cite}, entitled {title}{focus}.",
    untitled="The study by {cite} was reviewed as well{focus_apart}.",
    research="carried out a study",
    thesis="wrote a {kind}",
    focus=(", which focuses on {topic}", "; its topic is {topic}"),
    called=", there called {word}",
    aim_doing=("It set out to {aim}.", "The aim of the study was to {aim}.", "The study by {name} set out to {aim}."),
    aim_thing="Its aim concerned {aim}.",
    aim_quoted="Its aim, in the words of the source: {aim}.",
    subject=("The study", "The study by {name}", "It"),
    who_where=(
        "Its subjects were {who} in {where}.",
        "It was carried out in {where}; its subjects were {who}.",
        "With {who} as its subjects, it was carried out in {where}.",
    ),
    who=("Its subjects were {who}.", "The subjects of the study were {who}.", "It concerned {who}."),
    where=("It was carried out in {where}.", "Its setting was {where}."),
    data=(
        "Data were collected through {gathered} and analysed through {worked}.",
        "The data came from {gathered}; they were analysed through {worked}.",
        "It gathered its data through {gathered} and analysed them through {worked}.",
    ),
    gathered=(
        "Data were collected through {gathered}.",
        "The data came from {gathered}.",
        "It gathered its data through {gathered}.",
    ),
    worked=("Data were analysed through {worked}.", "It analysed its data through {worked}."),
    sampled="The sample was drawn by {sampled}.",
    said_of="Of its {facet} the source says “{words}”.",
    found_that=(
        "The study found that {found}",
        "Its findings show that {found}",
        "From this study it is known that {found}",
    ),
    found="Its findings are as follows. {found}",
    found_quoted="Its findings, in the words of the source: “{found}”",
    by_reader="{found} (as the author reads it)",
    limits="The limitations named are {limits}.",
    limits_quoted="Of its limitations the source says “{limits}”.",
    aspects="The aspects examined are {aspects}.",
    reading="As the author reads it, what it discusses{quotes} corresponds to {values}.",
    denies="{subject} states that it does not {does}.",
    relevant_because="It bears on this study because {why}.",
    relevant_as="Its bearing on this study is {why}.",
    relevant_quoted="Of its bearing on this study the notes say “{why}”.",
    all_of="{all} previous studies",
    only_one="the previous study",
    studies_of=("the study by {names}", "the studies by {names}"),
    several="{n} previous studies, among them {names},",
    shared_by_all="From the above, {who} and this study {does}.",
    shared_by_some=("Like this study, {who} {does}.", "As in this study, {who} {does}."),
    shared_by_one="Like this study, too, {each}.",
    not_named="; as far as the author could find, {who} does not name its {facet}",
    shared_reading="As the author reads it, what is discussed in {who} corresponds to {values}.",
    relevant_all="{who} bear on this study because {why}.",
    relevant_all_as="The bearing of {who} on this study is {why}.",
    relevant_all_quoted="Of the bearing of {who} on this study the notes say “{why}”.",
    settings="As to {what}, {each}, whereas {ours}.",
    settings_many="As to {what}, {n} of the previous studies reviewed differ from this study: {ours}.",
)

TELLINGS = {"id": INDONESIAN, "en": ENGLISH}
