// Everything at once on vis-network's canvas: the library gives pan, zoom and hits over fixed places from Python; marks,
// lines and labels are drawn here, so that they look as in the other views. One instance per host element.
const READABLE = 8; // px on screen from which a small label is shown
const LEAST = 11; // px on screen below which the label of a concept does not shrink
const ROUND = 2 * Math.PI;
const instances = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let map = instances.get(parentElement);
  if (!map) {
    map = new ExploreMap(parentElement.querySelector(".map"));
    instances.set(parentElement, map);
  }
  map.report = (id) => setStateValue("selected", id);
  map.show(data);
}

class ExploreMap {
  constructor(host) {
    this.host = host;
    this.part = (name) => host.querySelector("." + name);
    this.cursor = this.part("cursor");
    this.part("in").addEventListener("click", () => this.zoom(1.25));
    this.part("out").addEventListener("click", () => this.zoom(0.8));
    this.part("fit").addEventListener("click", () => this.fit());
    this.part("verbs").addEventListener("change", () => this.redraw());
    this.part("search").addEventListener("input", () => this.search());
    this.part("search").addEventListener("keydown", (event) => this.searchKey(event));
    this.cursor.addEventListener("keydown", (event) => this.key(event));
    this.cursor.addEventListener("focus", () => { this.reveal(this.roving); this.redraw(); });
    this.cursor.addEventListener("blur", () => this.redraw());
    host.addEventListener("transitionend", (event) => { if (event.target === host) this.redraw(); });
    this.listenToWheel();
    // The library and the map come in components of their own, before or after this one.
    this.wake = () => (host.isConnected ? this.show(this.data) : this.end());
    for (const name of ["kajian-vis", "kajian-map"]) globalThis.addEventListener(name, this.wake);
    new ResizeObserver(() => this.resized()).observe(this.part("canvas"));
  }

  show(data) {
    if (!data) return;
    this.data = data;
    const map = globalThis.kajianMaps && globalThis.kajianMaps.get(data.revision);
    if (!globalThis.vis || !map) return;
    if (this.revision !== data.revision) {
      this.revision = data.revision;
      this.map = map;
      this.selected = null;
      this.build();
      this.wanted = undefined;
    }
    if (data.selected !== this.wanted) {
      this.wanted = data.selected;
      this.selected = this.nodes.has(data.selected) ? data.selected : null;
      if (this.selected) this.roving = this.selected;
    }
    this.redraw();
  }

  end() {
    for (const name of ["kajian-vis", "kajian-map"]) globalThis.removeEventListener(name, this.wake);
    if (this.network) this.network.destroy();
    this.network = null;
  }

  // ---- building ------------------------------------------------------------------------------------------------
  build() {
    const { map } = this;
    this.host.lang = map.language;
    this.host.style.setProperty("--height", this.data.height + "px");
    for (const [name, light] of Object.entries(map.colours.light)) {
      this.host.style.setProperty("--" + name, `light-dark(${light}, ${map.colours.dark[name]})`);
    }
    this.write();
    this.hidden = new Set();
    this.found = this.hover = null;
    this.drawn = [];
    this.shapes = new Map(map.kinds.map((kind) => [kind.kind, kind]));
    this.nodes = new Map(map.nodes.map((node) => [node.id, node]));
    this.relations = new Map(map.nodes.map((node) => [node.id, 0]));
    this.near = new Map(map.nodes.map((node) => [node.id, new Set([node.id])]));
    map.edges.forEach(({ source, target }) => {
      this.near.get(source).add(target);
      this.near.get(target).add(source);
      for (const id of new Set([source, target])) this.relations.set(id, this.relations.get(id) + 1);
    });
    const rank = (node) => (node.kind === "focal" ? 0 : node.main ? 1 : node.kind === "concept" ? 2 : 3);
    const weight = (node) => -this.near.get(node.id).size;
    this.ranked = [...map.nodes].sort((a, b) => rank(a) - rank(b) || weight(a) - weight(b));
    this.roving = map.nodes.length ? this.ranked[0].id : null;
    this.drawLegend();
    this.start();
  }

  start() {
    const { vis } = globalThis;
    if (this.network) this.network.destroy();
    this.items = new vis.DataSet(this.map.nodes.map(({ id, x, y }) => ({ id, x, y })));
    this.network = new vis.Network(this.part("canvas"), { nodes: this.items, edges: new vis.DataSet([]) }, {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      nodes: { shape: "custom", fixed: true, ctxRenderer: (drawing) => this.mark(drawing) },
      interaction: { dragNodes: false, hover: true, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
    });
    const canvas = this.part("canvas").querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", this.map.title);
    this.part("canvas").querySelectorAll("[tabindex]").forEach((element) => element.removeAttribute("tabindex"));
    this.network.on("beforeDrawing", (context) => this.drawLines(context));
    this.network.on("afterDrawing", (context) => this.drawWords(context));
    this.network.on("click", ({ nodes, pointer }) => this.choose(nodes[0] || this.labelAt(pointer.DOM)));
    this.network.on("hoverNode", ({ node }) => { this.hover = node; this.redraw(); });
    this.network.on("blurNode", () => { this.hover = null; this.redraw(); });
    this.fit();
  }

  write() {
    const { words, title } = this.map;
    for (const [part, text] of [["in", words.zoom_in], ["out", words.zoom_out], ["fit", words.fit], ["verbs-words", words.verbs], ["help", words.help]]) {
      this.part(part).textContent = text;
    }
    this.host.setAttribute("aria-label", title);
    this.part("search").placeholder = words.search;
    this.part("search").setAttribute("aria-label", words.search);
    this.part("search").value = "";
    this.part("status").textContent = "";
    this.part("kinds").setAttribute("aria-label", words.filter);
    this.part("legend").setAttribute("aria-label", words.legend);
  }

  // The legend is the filter too: each kind's shape and word is a button that hides or shows it.
  drawLegend() {
    this.part("kinds").replaceChildren(...this.map.kinds.map((kind) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.append(pictureOf(kind), document.createTextNode(kind.words));
      button.addEventListener("click", () => {
        const shown = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(shown));
        this.hidden[shown ? "delete" : "add"](kind.kind);
        this.hide(kind.kind, !shown);
      });
      return button;
    }));
    const items = [...this.map.lines.map(lineOf), ...this.map.remarks.map((words) => itemOf(words))];
    this.part("legend").replaceChildren(...items);
  }

  hide(kind, hidden) {
    this.items.update(this.map.nodes.filter((node) => node.kind === kind).map(({ id }) => ({ id, hidden })));
    if (this.roving && !this.seen(this.roving)) this.roving = (this.ranked.find((node) => this.seen(node.id)) || {}).id;
    this.redraw();
  }

  // ---- drawing -------------------------------------------------------------------------------------------------
  redraw() {
    if (this.network) this.network.redraw();
  }

  seen(id) {
    return !this.hidden.has(this.nodes.get(id).kind);
  }

  centre() {
    return this.hover || this.selected;
  }

  lit() {
    return this.found || (this.centre() && this.near.get(this.centre())) || null;
  }

  // Colours as the page has them now, so that a change of theme needs no new map.
  palette() {
    const style = getComputedStyle(this.host);
    const [red, green, blue] = style.backgroundColor.match(/[\d.]+/g).map(Number);
    const dark = 0.3 * red + 0.59 * green + 0.11 * blue < 128;
    return { own: this.map.colours[dark ? "dark" : "light"], ink: style.color, paper: style.backgroundColor };
  }

  drawLines(context) {
    this.look = this.palette();
    this.bright = this.lit();
    const centre = this.centre();
    const shown = this.map.edges.filter((edge) => this.seen(edge.source) && this.seen(edge.target));
    const own = (edge) => edge.source === centre || edge.target === centre;
    for (const style of ["tree", "dashed", "stated"]) {
      const alike = shown.filter((edge) => edge.style === style);
      this.strokes(context, style, alike.filter((edge) => !own(edge)), this.bright ? 0.15 : 0.8, 1.2);
      this.strokes(context, style, alike.filter(own), 1, 2.2);
    }
    this.shown = shown;
    context.globalAlpha = 1;
  }

  strokes(context, style, edges, alpha, width) {
    const scale = Math.max(1, 0.6 / this.network.getScale());
    context.globalAlpha = alpha;
    context.strokeStyle = context.fillStyle = this.look.own["line-" + style];
    context.lineWidth = width * scale;
    context.setLineDash(style === "dashed" ? [5, 3] : []);
    context.beginPath();
    edges.forEach(({ points }) => points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y))));
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    edges.filter((edge) => edge.arrow).forEach((edge) => arrow(context, edge));
    context.fill();
  }

  mark({ ctx, id, x, y }) {
    const node = this.nodes.get(id);
    const shape = this.shapes.get(node.kind);
    const drawNode = () => {
      ctx.globalAlpha = this.bright && !this.bright.has(id) ? 0.18 : 1;
      outline(ctx, shape, x, y, node.r);
      ctx.fillStyle = shape.hollow ? this.look.paper : this.look.own[node.kind];
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = this.look.own[node.kind];
      if (shape.hollow) ctx.stroke();
      if (id !== this.selected) return;
      ctx.strokeStyle = this.look.ink;
      outline(ctx, { corners: [] }, x, y, node.r + 4);
      ctx.stroke();
    };
    return { drawNode, nodeDimensions: { width: node.r * 2 + 4, height: node.r * 2 + 4 } };
  }

  // Labels in order of weight, each only where it covers no other; those of concepts keep a readable size from afar.
  drawWords(context) {
    const scale = this.network.getScale();
    const first = (node) => node.id === this.selected || node.id === this.hover || node.id === this.focused();
    const near = (node) => this.bright !== null && this.bright.has(node.id);
    const wanted = (node) => node.main || node.kind === "concept" || near(node) || node.font * scale >= READABLE;
    const order = [...this.ranked.filter(first), ...this.ranked.filter((node) => near(node) && !first(node)),
      ...this.ranked.filter((node) => !near(node) && !first(node) && wanted(node))];
    this.drawn = [];
    for (const node of order) {
      if (!this.seen(node.id)) continue;
      const room = roomOf(node, Math.max(1, LEAST / (node.font * scale)));
      if (!first(node) && this.drawn.some((other) => meets(other.room, room))) continue;
      this.drawn.push({ id: node.id, room });
      context.globalAlpha = this.bright && !near(node) ? 0.3 : 1;
      this.words(context, node, room);
    }
    this.drawVerbs(context, scale);
    context.globalAlpha = 1;
    this.place();
  }

  words(context, node, { left, right, top, grown }) {
    const size = node.font * grown;
    node.lines.forEach((pieces, row) => {
      const fonts = pieces.map(([, italic]) => font(size, node.bold, italic));
      const widths = pieces.map(([words], at) => { context.font = fonts[at]; return context.measureText(words).width; });
      const whole = widths.reduce((sum, width) => sum + width, 0);
      let x = { right: left, left: right - whole }[node.side] ?? (left + right - whole) / 2;
      pieces.forEach(([words], at) => {
        context.font = fonts[at];
        this.writeOn(context, words, x, top + (row * 1.25 + 0.97) * size, "left", size / 4);
        x += widths[at];
      });
    });
  }

  writeOn(context, words, x, y, align, halo) {
    context.textAlign = align;
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    context.lineWidth = halo;
    context.strokeStyle = this.look.paper;
    context.strokeText(words, x, y);
    context.fillStyle = this.look.ink;
    context.fillText(words, x, y);
  }

  // Words of relations: with the node that is chosen, or all where they have room.
  drawVerbs(context, scale) {
    const centre = this.centre();
    const all = this.part("verbs").checked;
    const size = 12 * Math.max(1, LEAST / (12 * scale));
    const taken = this.drawn.map(({ room }) => room);
    context.globalAlpha = 1;
    for (const edge of this.shown) {
      const own = edge.source === centre || edge.target === centre;
      if (!edge.label || !(own || all)) continue;
      context.font = font(size, false, false);
      const [[x, y], [toX, toY]] = [edge.points[0], edge.points[edge.points.length - 1]];
      const half = context.measureText(edge.label).width / 2;
      for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const [atX, atY] = [x + (toX - x) * share, y + (toY - y) * share];
        const room = { left: atX - half, right: atX + half, top: atY - size * 0.6, bottom: atY + size * 0.6 };
        if (taken.some((other) => meets(other, room))) continue;
        taken.push(room);
        this.writeOn(context, edge.label, atX, atY + size * 0.35, "center", size / 3);
        break;
      }
    }
  }

  // The button for keyboard and screen reader stands on the current node.
  place() {
    const node = this.roving && this.nodes.get(this.roving);
    this.cursor.hidden = !node;
    if (!node) return;
    const { x, y } = this.network.canvasToDOM({ x: node.x, y: node.y });
    const half = Math.max(9, node.r * this.network.getScale() + 3);
    const inside = x > 0 && y > 0 && x < this.part("canvas").clientWidth && y < this.part("canvas").clientHeight;
    Object.assign(this.cursor.style, inside || this.focused()
      ? { transform: `translate(${x - half}px, ${y - half}px)`, width: 2 * half + "px", height: 2 * half + "px" }
      : { transform: "none", width: "18px", height: "18px" });
    this.cursor.setAttribute("aria-pressed", String(node.id === this.selected));
    const name = `${node.kind_words}: ${node.label}, ${this.relations.get(node.id)} ${this.map.words.relations}`;
    if (this.cursor.getAttribute("aria-label") !== name) this.cursor.setAttribute("aria-label", name);
  }

  focused() {
    return this.host.getRootNode().activeElement === this.cursor ? this.roving : null;
  }

  // ---- choosing, searching, moving -----------------------------------------------------------------------------
  choose(id) {
    if (!id && !this.selected) return;
    this.selected = id && this.selected !== id ? id : null;
    this.wanted = this.selected;
    if (id) this.roving = id;
    this.redraw();
    this.report(this.selected);
  }

  labelAt({ x, y }) {
    const at = this.network.DOMtoCanvas({ x, y });
    const inside = ({ room }) => at.x >= room.left && at.x <= room.right && at.y >= room.top && at.y <= room.bottom;
    return (this.drawn.find(inside) || {}).id;
  }

  search() {
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const words = fold(this.part("search").value).split(/\s+/).filter(Boolean);
    const holds = (node) => words.every((word) => fold(node.label + " " + node.detail).includes(word));
    this.found = words.length ? new Set(this.ranked.filter(holds).map((node) => node.id)) : null;
    this.part("status").textContent = this.found ? `${this.found.size} ${this.map.words.found}` : "";
    this.redraw();
  }

  searchKey(event) {
    if (event.key === "Escape") {
      this.part("search").value = "";
      this.search();
    } else if (event.key === "Enter" && this.found) {
      const first = this.ranked.find((node) => this.found.has(node.id) && this.seen(node.id));
      if (first) this.go(first.id);
    }
  }

  go(id) {
    if (!id) return;
    this.roving = id;
    this.hover = null;
    this.reveal(id);
    this.redraw();
    this.cursor.focus({ preventScroll: true });
  }

  reveal(id) {
    if (!id || !this.network) return;
    const { x, y } = this.nodes.get(id);
    const at = this.network.canvasToDOM({ x, y });
    const { clientWidth, clientHeight } = this.part("canvas");
    if (at.x < 30 || at.y < 30 || at.x > clientWidth - 30 || at.y > clientHeight - 50) this.network.moveTo({ position: { x, y } });
  }

  zoom(by) {
    this.touched = true;
    this.network.moveTo({ scale: Math.min(4, Math.max(0.05, this.network.getScale() * by)) });
  }

  fit() {
    const { clientWidth, clientHeight } = this.part("canvas");
    if (!clientWidth || !this.network) return;
    const { width, height } = this.map;
    const scale = Math.min(clientWidth / width, clientHeight / height, 1.4) * 0.94;
    this.touched = false;
    this.network.moveTo({ position: { x: width / 2, y: height / 2 }, scale });
  }

  resized() {
    if (!this.host.isConnected) this.end();
    else if (this.network && !this.touched) requestAnimationFrame(() => this.fit());
  }

  key(event) {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    if (ways[event.key]) this.go(this.nearest(...ways[event.key]));
    else if (event.key === "Enter" || event.key === " ") this.choose(this.roving);
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // The next node in a direction: near along it counts once, off to the side twice.
  nearest(dx, dy) {
    const here = this.nodes.get(this.roving);
    let best = null;
    for (const node of this.map.nodes) {
      const ahead = (node.x - here.x) * dx + (node.y - here.y) * dy;
      const far = ahead + 2 * (Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx));
      if (ahead > 0 && this.seen(node.id) && (!best || far < best.far)) best = { id: node.id, far };
    }
    return best && best.id;
  }

  // The wheel zooms once the map is in use (clicked) or with Ctrl; until then the page scrolls.
  listenToWheel() {
    const stage = this.part("stage");
    const use = (active) => stage.classList.toggle("active", active);
    stage.addEventListener("pointerdown", () => { this.touched = true; use(true); }, true);
    stage.addEventListener("pointerleave", () => {
      use(false);
      this.hover = null;
      this.redraw();
    });
    stage.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !stage.classList.contains("active")) event.stopPropagation();
      else this.touched = true;
    }, true);
  }
}

// ---- shapes ----------------------------------------------------------------------------------------------------
function font(size, bold, italic) {
  return `${italic ? "italic " : ""}${bold ? "bold " : ""}${size}px Arial, Helvetica, "Liberation Sans", sans-serif`;
}

function meets(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

// A label's place when its letters are `grown` times as large, held at the side where it touches its mark.
function roomOf(node, grown) {
  const [left, top, right, bottom] = node.rect;
  const [x, y] = { right: [left, node.y], left: [right, node.y] }[node.side] ?? [node.x, top];
  return { left: x + (left - x) * grown, right: x + (right - x) * grown, top: y + (top - y) * grown, bottom: y + (bottom - y) * grown, grown };
}

function outline(context, shape, x, y, r) {
  context.beginPath();
  if (!shape.corners.length) context.arc(x, y, r, 0, ROUND);
  shape.corners.forEach(([dx, dy]) => context.lineTo(x + dx * r, y + dy * r));
  context.closePath();
}

function arrow(context, edge) {
  const points = edge.arrow_at_start ? [...edge.points].reverse() : edge.points;
  const [[x, y], [fromX, fromY]] = [points[points.length - 1], points[points.length - 2]];
  const far = Math.hypot(x - fromX, y - fromY) || 1;
  const [ux, uy] = [((x - fromX) / far) * 8, ((y - fromY) / far) * 8];
  context.moveTo(x, y);
  context.lineTo(x - ux - uy * 0.45, y - uy + ux * 0.45);
  context.lineTo(x - ux + uy * 0.45, y - uy - ux * 0.45);
}

function svg(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

function pictureOf(kind) {
  const r = { member: 4, person: 5 }[kind.kind] || 7;
  const look = { class: kind.hollow ? "mark hollow" : "mark", style: `--own: var(--${kind.kind})` };
  const picture = svg("svg", { width: 16, height: 16, "aria-hidden": "true" });
  picture.append(kind.corners.length
    ? svg("polygon", { ...look, points: kind.corners.map(([dx, dy]) => `${8 + dx * r},${8 + dy * r}`).join(" ") })
    : svg("circle", { ...look, cx: 8, cy: 8, r }));
  return picture;
}

function itemOf(words, picture) {
  const item = document.createElement("li");
  if (picture) item.append(picture);
  item.append(document.createTextNode(words));
  return item;
}

function lineOf(line) {
  const picture = svg("svg", { width: 32, height: 16, "aria-hidden": "true" });
  const group = svg("g", { class: "edge " + line.line });
  group.append(svg("path", { d: "M0 8H28", fill: "none" }));
  if (line.line !== "tree") group.append(svg("polygon", { points: "30,8 22,4.4 22,11.6" }));
  picture.append(group);
  return itemOf(line.words, picture);
}
