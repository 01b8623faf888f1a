"""Maps as the example chapter gives them: about 30 nodes in the overview, 50 around one concept, 80 in all."""

from __future__ import annotations

import random
from dataclasses import replace

from kb.model.concept_map import ConceptMap, Edge, Kind, Node

TITLE = "Peta konsep: Pemanfaatan jejaring kerja pada *home industry* di Desa Balewangi"
MAIN = {
    "konsep-jejaring-kerja": "Jejaring kerja",
    "konsep-kemiskinan": "Kemiskinan",
    "konsep-home-industry": "*Home industry*",
    "konsep-pekerjaan-sosial": "Pekerjaan sosial",
}
OTHER = {
    "konsep-jejaring-sosial": "Jejaring sosial",
    "konsep-modal-sosial": "Modal sosial",
    "konsep-pendapatan-keluarga": "Pendapatan keluarga",
    "konsep-masyarakat": "Masyarakat",
    "konsep-pengembangan-masyarakat": "*Community organization/community development*",
}
ASPECTS = {f"konsep-{name}": f"*{name.capitalize()}*" for name in ("purpose", "structure", "style", "value")}
TYPOLOGIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "tip-aspek": ("konsep-jejaring-kerja", "Aspek-aspek jejaring kerja", ()),
    "tip-prinsip": (
        "konsep-jejaring-kerja",
        "Prinsip-prinsip jejaring kerja",
        ("Prinsip timbal balik", "Prinsip saling bertukar", "Prinsip kesamaan"),
    ),
    "tip-tujuan": (
        "konsep-jejaring-kerja",
        "Tujuan membangun jejaring kerja",
        ("Meningkatkan partisipasi masyarakat", "Peningkatan mutu dan relevansi"),
    ),
    "tip-jenis-proses": (
        "konsep-jejaring-kerja",
        "Jenis-jenis jejaring kerja dalam proses pelaksanaannya",
        ("Jejaring operasional", "Jejaring personal", "Jejaring strategis"),
    ),
    "tip-kategori": (
        "konsep-jejaring-kerja",
        "Kategori jejaring kerja",
        (
            "Jejaring komunikasi",
            "Jejaring informasi",
            "Jejaring pemecahan masalah",
            "Jejaring pengetahuan",
            "Jejaring akses",
        ),
    ),
    "tip-ikatan": ("konsep-jejaring-kerja", "Kekuatan ikatan", ("Ikatan kuat", "Ikatan lemah")),
    "tip-burt": ("konsep-jejaring-kerja", "Kategori jejaring menurut Burt", ("Liang struktural", "Tutup jaringan")),
    "tip-penyebab": (
        "konsep-kemiskinan",
        "Penyebab kemiskinan",
        ("Kemiskinan absolut", "Kemiskinan relatif", "Kemiskinan kultural", "Kemiskinan struktural"),
    ),
    "tip-karakteristik": (
        "konsep-home-industry",
        "Karakteristik *home industry*",
        ("Industri kecil", "Industri menengah"),
    ),
    "tip-fungsi": ("konsep-home-industry", "Fungsi *home industry*", ("Penghubung antarsektor", "Pemerataan berusaha")),
    "tip-jenis-usaha": (
        "konsep-home-industry",
        "Jenis *home industry*",
        ("Usaha perdagangan", "Usaha pertanian", "Usaha industri", "Usaha jasa", "Usaha jasa konstruksi"),
    ),
    "tip-peran": ("konsep-pekerjaan-sosial", "Peranan pekerja sosial", ("*Enabler*", "*Broker*", "*Advocate*")),
}
DEFINITIONS = {
    "def-baker-1994": ("konsep-jejaring-kerja", "Baker (1994), dlm Fatwadi (2019)"),
    "def-baker-2000": ("konsep-jejaring-kerja", "Baker (2000), dlm Fatwadi (2019)"),
    "def-baker-1984": ("konsep-jejaring-kerja", "Baker (1984), dlm Fatwadi (2019)"),
    "def-ll-2012": ("konsep-jejaring-kerja", "LL (2012)"),
    "def-sheafor-2000": ("konsep-jejaring-sosial", "Sheafor dan Horejsi (2000)"),
    "def-kuncoro-1997": ("konsep-kemiskinan", "Kuncoro (1997), dlm Rustanto (2015)"),
    "def-kuncoro-2000": ("konsep-kemiskinan", "Kuncoro (2000), dlm Rustanto (2015)"),
    "def-friedmann-1992": ("konsep-kemiskinan", "Friedmann (1992), dlm Rustanto (2015)"),
    "def-muliawan": ("konsep-home-industry", "Muliawan (t.t.), dlm Riadi (2020)"),
    "def-tambunan": ("konsep-home-industry", "Tambunan (t.t.), dlm Riadi (2020)"),
    "def-zastrow": ("konsep-pekerjaan-sosial", "Zastrow (t.t.), dlm Sukoco (1998)"),
    "def-siporin": ("konsep-pekerjaan-sosial", "Siporin (t.t.), dlm Fahrudin (2014)"),
}
FOCAL = Node(
    "studi-ini", "focal", "Penelitian ini: Pemanfaatan jejaring kerja pada *home industry* di Desa Balewangi", main=True
)
STUDIES = {
    "studi-murni": ("Murni (2016)", ("konsep-purpose",)),
    "studi-daulay": ("Daulay (2018)", ("konsep-style", "konsep-value")),
    "studi-kumalasari": ("Kumalasari (2021)", ("konsep-structure",)),
}
VERBS = (
    ("konsep-jejaring-kerja", "bagian dari", "konsep-modal-sosial"),
    ("konsep-jejaring-kerja", "termasuk", "konsep-jejaring-sosial"),
    ("konsep-value", "mengurangi", "konsep-kemiskinan"),
    ("konsep-purpose", "memecahkan", "konsep-kemiskinan"),
    ("konsep-home-industry", "meningkatkan", "konsep-pendapatan-keluarga"),
    ("konsep-pekerjaan-sosial", "menggunakan", "konsep-jejaring-sosial"),
    ("konsep-pekerjaan-sosial", "menggunakan", "konsep-pengembangan-masyarakat"),
    ("konsep-pengembangan-masyarakat", "memberdayakan", "konsep-masyarakat"),
)


def overview() -> ConceptMap:
    """This study, concepts, typologies, aspects and prior studies."""
    nodes = [FOCAL, *_concepts(), *(Node(id, "typology", label) for id, (_, label, _) in TYPOLOGIES.items())]
    nodes += [Node(id, "aspect", label) for id, label in ASPECTS.items()]
    nodes += [Node(id, "study", label) for id, (label, _) in STUDIES.items()]
    edges = [*_verbs(), *_typology_edges(), *_study_edges()]
    edges.append(Edge("studi-ini", "konsep-home-industry", "mengkaji"))
    return ConceptMap(TITLE, "overview", tuple(nodes), tuple(edges))


def mindmap(centre: str = "konsep-jejaring-kerja") -> ConceptMap:
    """One concept with its definitions, studies, typologies, members and neighbours."""
    label = (MAIN | OTHER)[centre]
    nodes = [Node(centre, "concept", label, main=True)]
    edges: list[Edge] = []
    for id, (owner, words) in DEFINITIONS.items():
        if owner == centre:
            nodes.append(Node(id, "definition", words))
            edges.append(Edge(centre, id, "didefinisikan oleh"))
    for id, (words, _) in STUDIES.items():
        if centre == "konsep-jejaring-kerja":
            nodes.append(Node(id, "study", words))
            edges.append(Edge(id, centre, "mengkaji"))
    for typology, (owner, words, members) in TYPOLOGIES.items():
        if owner != centre:
            continue
        nodes.append(Node(typology, "typology", words))
        edges.append(Edge(centre, typology, "memiliki rincian"))
        kind: Kind = "member" if members else "aspect"
        ids = {f"{typology}-{n}": member for n, member in enumerate(members)} or ASPECTS
        nodes += [Node(id, kind, member) for id, member in ids.items()]
        edges += [Edge(typology, id, "terdiri atas") for id in ids]
    for source, verb, target in VERBS:
        if centre in (source, target):
            other = target if source == centre else source
            nodes.append(Node(other, "concept", (MAIN | OTHER | ASPECTS)[other], main=other in MAIN))
            edges.append(Edge(source, target, verb, stated=True))
    return ConceptMap(f"Peta konsep: {label}", "mindmap", tuple(nodes), tuple(edges), centre=centre)


def dense_mindmap() -> ConceptMap:
    """A concept with many neighbours, in both directions and twice, which are joined among each other too."""
    base = mindmap()
    names = ("Kerja sama", "Kolaborasi", "Taraf hidup", "Kinerja organisasi", "Pemangku kepentingan", "Budaya kerja")
    nodes = [Node(f"konsep-n{n}", "concept", f"{name} {n}") for n, name in enumerate(names * 2)]
    edges = [Edge(base.centre or "", node.id, f"memengaruhi {n}", stated=True) for n, node in enumerate(nodes[:8])]
    edges += [Edge(node.id, base.centre or "", "diperoleh dari", stated=True) for node in nodes[6:]]
    edges += [Edge(nodes[n].id, nodes[n + 1].id, "menyatukan", stated=True) for n in range(10)]
    edges += [Edge("tip-kategori-1", nodes[2].id, "memperluas", stated=True)]
    far = Node("konsep-jauh", "concept", "Perekonomian nasional")
    edges.append(Edge(nodes[3].id, far.id, "memperkuat", stated=True))
    return replace(base, nodes=(*base.nodes, *nodes, far), edges=(*base.edges, *edges))


def explore() -> ConceptMap:
    """Everything, with members, definitions and the people behind them."""
    base = overview()
    nodes, edges = list(base.nodes), list(base.edges)
    for typology, (_, _, members) in TYPOLOGIES.items():
        nodes += [Node(f"{typology}-{n}", "member", member) for n, member in enumerate(members)]
        edges += [Edge(typology, f"{typology}-{n}", "terdiri atas") for n, _ in enumerate(members)]
    people: dict[str, Node] = {}
    for id, (owner, words) in DEFINITIONS.items():
        nodes.append(Node(id, "definition", words))
        edges.append(Edge(owner, id, "didefinisikan oleh"))
        for name in (part.split(" (")[0] for part in words.split(", dlm ")):
            people.setdefault(name, Node(f"tokoh-{name.lower().replace(' ', '-')}", "person", name))
            edges.append(Edge(id, people[name].id, "menurut"))
    return ConceptMap(TITLE, "explore", (*nodes, *people.values()), tuple(edges))


def generated(nodes: int, seed: int = 1) -> ConceptMap:
    """An overview of so many nodes in the example's proportions, with verbs between concepts at random."""
    dice = random.Random(seed)
    words = ("jejaring", "usaha", "keluarga", "masyarakat", "kemiskinan", "modal sosial", "pemberdayaan", "kebijakan")
    made: list[Node] = [Node("studi-ini", "focal", "Penelitian ini: " + " ".join(dice.sample(words, 6)), main=True)]
    kinds: tuple[Kind, ...] = ("concept", "typology", "aspect", "study", "concept", "typology", "concept")
    for number in range(nodes - 1):
        kind = kinds[number % len(kinds)]
        label = " ".join(dice.choices(words, k=dice.randint(1, 4))).capitalize()
        made.append(Node(f"{kind}-{number}", kind, label, main=kind == "concept" and number < 20))
    of: dict[str, list[str]] = {kind: [node.id for node in made if node.kind == kind] for kind in kinds}
    edges = [Edge(dice.choice(of["concept"]), id, "memiliki rincian") for id in of["typology"]]
    edges += [Edge(of["typology"][0], id, "terdiri atas") for id in of["aspect"] if of["typology"]]
    for id in of["study"]:
        edges.append(Edge("studi-ini", id, "dibandingkan dengan", dashed=True))
        edges += [Edge(id, aspect, "bersesuaian dengan", dashed=True) for aspect in of["aspect"] if dice.random() < 0.4]
    verbs = ("mengurangi", "bagian dari", "meningkatkan", "termasuk", "memberdayakan")
    for id in of["concept"]:
        other = dice.choice(of["concept"])
        if other != id:
            edges.append(Edge(id, other, dice.choice(verbs), stated=True))
    return ConceptMap(f"Peta {nodes} istilah", "overview", tuple(made), tuple(edges))


def _concepts() -> list[Node]:
    return [Node(id, "concept", label, main=True) for id, label in MAIN.items()] + [
        Node(id, "concept", label) for id, label in OTHER.items()
    ]


def _verbs() -> list[Edge]:
    return [Edge(source, target, verb, stated=True) for source, verb, target in VERBS]


def _typology_edges() -> list[Edge]:
    edges = [Edge(owner, id, "memiliki rincian") for id, (owner, _, _) in TYPOLOGIES.items()]
    return edges + [Edge("tip-aspek", id, "terdiri atas") for id in ASPECTS]


def _study_edges() -> list[Edge]:
    edges = [Edge("studi-ini", id, "mengkaji") for id in ASPECTS]
    for id, (_, aspects) in STUDIES.items():
        edges.append(Edge("studi-ini", id, "dibandingkan dengan", dashed=True))
        edges += [Edge(id, aspect, "bersesuaian dengan", dashed=True) for aspect in aspects]
    return edges
