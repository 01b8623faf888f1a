// The concept map on screen: fixed places from Python, drawn as SVG with real text. Texts of people reach the page
// through textContent and setAttribute only. One instance per host element: a rerun with the same revision draws nothing.
const SVG = "http://www.w3.org/2000/svg";
const FAR = 8; // px on screen under which small labels are hidden until one zooms in
const instances = new WeakMap();

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let map = instances.get(parentElement);
  if (!map) {
    map = new ConceptMap(parentElement.querySelector(".map"));
    instances.set(parentElement, map);
  }
  map.report = (id) => setStateValue("selected", id);
  map.show(data);
}

class ConceptMap {
  constructor(host) {
    this.host = host;
    this.svg = host.querySelector("svg");
    this.part = (name) => host.querySelector("." + name);
    this.view = { k: 1, x: 0, y: 0 };
    this.pointers = new Map();
    this.part("in").addEventListener("click", () => this.zoom(1.25));
    this.part("out").addEventListener("click", () => this.zoom(0.8));
    this.part("fit").addEventListener("click", () => this.fit());
    this.part("verbs").addEventListener("change", () => this.mood());
    this.part("search").addEventListener("input", () => this.search());
    this.part("search").addEventListener("keydown", (event) => this.searchKey(event));
    this.listenToPointer();
    this.svg.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => { if (this.data && !this.touched) this.start(); }).observe(this.svg);
  }

  show(data) {
    if (!this.data || data.revision !== this.data.revision) {
      this.data = data;
      this.touched = false;
      this.draw();
      this.selected = this.has(data.selected) ? data.selected : null;
      this.start();
    } else if (data.selected !== this.wanted && this.has(data.selected)) {
      this.selected = data.selected;
      if (this.selected) this.reveal(this.selected);
    }
    this.wanted = data.selected;
    this.mood();
  }

  has(id) {
    return id === null || id === undefined || this.nodes.has(id);
  }

  // ---- drawing -------------------------------------------------------------------------------------------------
  draw() {
    const { map } = this.data;
    this.host.lang = map.language;
    for (const [name, light] of Object.entries(map.colours.light)) {
      this.host.style.setProperty("--" + name, `light-dark(${light}, ${map.colours.dark[name]})`);
    }
    this.svg.setAttribute("aria-label", map.title);
    this.label("in", map.words.zoom_in);
    this.label("out", map.words.zoom_out);
    this.label("fit", map.words.fit);
    this.part("search").placeholder = map.words.search;
    this.part("search").setAttribute("aria-label", map.words.search);
    this.part("verbs-words").textContent = map.words.verbs;
    this.part("help").textContent = map.words.help;
    this.part("kinds").setAttribute("aria-label", map.words.filter);
    this.part("legend").setAttribute("aria-label", map.words.legend);
    this.part("search").value = "";
    this.hidden = new Set();
    this.found = null;
    this.hover = null;
    this.shapes = new Map(map.kinds.map((kind) => [kind.kind, kind]));
    this.world = svg("g", { class: "world" });
    // Dimmed as a whole, so that lines over one another do not add up; the lit ones are drawn whole on top.
    this.lines = svg("g", { class: "lines" });
    this.bright = svg("g", {});
    this.world.append(this.lines, this.bright);
    this.svg.replaceChildren(this.world);
    this.edges = map.edges.map((edge) => this.drawEdge(edge));
    this.captions = this.edges.map((edge) => this.drawCaption(edge)).filter(Boolean);
    this.nodes = new Map(map.nodes.map((node) => [node.id, this.drawNode(node)]));
    this.near = new Map(map.nodes.map((node) => [node.id, new Set([node.id])]));
    map.edges.forEach((edge) => {
      this.near.get(edge.source).add(edge.target);
      this.near.get(edge.target).add(edge.source);
    });
    map.nodes.forEach((node) => this.name(node));
    this.drawLegend();
    this.roving = map.nodes.length ? map.nodes[0].id : null;
  }

  label(part, words) {
    this.part(part).textContent = words;
  }

  drawEdge(edge) {
    const drawn = (points, layer) => {
      const group = svg("g", { class: "edge " + edge.style });
      group.append(svg("path", { d: path(points), fill: "none" }));
      if (edge.arrow) group.append(svg("polygon", { points: arrow(edge) }));
      layer.append(group);
      return group;
    };
    const bright = drawn(edge.points, this.bright);
    if (!edge.quiet) return { edge, group: drawn(edge.branch, this.lines), bright };
    // A quiet line is seen only with one of its nodes chosen; its word stands in its middle.
    const [[x, y], [tx, ty]] = edge.points;
    const word = svg("text", { x: (x + tx) / 2, y: (y + ty) / 2 + 4, "text-anchor": "middle", "font-size": 12 });
    word.textContent = edge.label;
    bright.append(word);
    return { edge, group: svg("g", {}), bright };
  }

  drawCaption({ edge }) {
    if (!edge.caption) return null;
    const [left, top, right, bottom] = edge.caption.rect;
    const group = svg("g", { class: "caption" });
    group.append(svg("rect", { x: left, y: top, width: right - left, height: bottom - top, rx: 2 }));
    const lines = edge.caption.number === null ? edge.caption.lines : [`(${edge.caption.number})`];
    lines.forEach((words, row) => {
      const text = svg("text", { x: (left + right) / 2, y: top + row * 15 + 11.6, "text-anchor": "middle", "font-size": 12 });
      text.textContent = words;
      group.append(text);
    });
    this.world.append(group);
    return { edge, group };
  }

  drawNode(node) {
    const group = svg("g", { class: `node ${node.main ? "main" : "small"}`, role: "button", tabindex: -1 });
    const [left, top, right, bottom] = node.rect;
    const box = [Math.min(left, node.x - node.r), Math.min(top, node.y - node.r), Math.max(right, node.x + node.r), Math.max(bottom, node.y + node.r)];
    group.append(svg("rect", { class: "hit", x: box[0] - 3, y: box[1] - 3, width: box[2] - box[0] + 6, height: box[3] - box[1] + 6, rx: 5 }));
    group.append(mark(this.shapes.get(node.kind), node.x, node.y, node.r));
    node.lines.forEach((pieces, row) => {
      const anchor = { right: "start", left: "end", below: "middle" }[node.side];
      const x = { start: left, end: right, middle: (left + right) / 2 }[anchor];
      const text = svg("text", { x, y: top + row * node.font * 1.25 + node.font * 0.97, "text-anchor": anchor, "font-size": node.font });
      if (node.bold) text.setAttribute("font-weight", "bold");
      pieces.forEach(([words, italic]) => {
        const span = svg("tspan", italic ? { "font-style": "italic" } : {});
        span.textContent = words;
        text.append(span);
      });
      group.append(text);
    });
    group.addEventListener("click", () => { if (!this.dragged) this.choose(node.id); });
    group.addEventListener("focus", () => { this.roving = node.id; this.mood(); });
    group.addEventListener("pointerenter", () => { this.hover = node.id; this.mood(); });
    group.addEventListener("pointerleave", () => { this.hover = null; this.mood(); });
    this.world.append(group);
    return { node, group, box };
  }

  name(node) {
    const relations = this.data.map.edges.filter((edge) => edge.source === node.id || edge.target === node.id).length;
    const words = `${node.kind_words}: ${node.label}, ${relations} ${this.data.map.words.relations}`;
    this.nodes.get(node.id).group.setAttribute("aria-label", words);
  }

  // The legend is the filter too: each kind's shape and word is a button that hides or shows it.
  drawLegend() {
    const { map } = this.data;
    this.part("kinds").replaceChildren(...map.kinds.map((kind) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      const picture = svg("svg", { width: 16, height: 16, "aria-hidden": "true" });
      picture.append(mark(kind, 8, 8, { member: 4, person: 5 }[kind.kind] || 7));
      button.append(picture, document.createTextNode(kind.words));
      button.addEventListener("click", () => {
        const shown = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(shown));
        this.hidden[shown ? "delete" : "add"](kind.kind);
        this.mood();
      });
      return button;
    }));
    const items = map.lines.map((line) => {
      const item = document.createElement("li");
      const picture = svg("svg", { width: 32, height: 16, "aria-hidden": "true" });
      const group = svg("g", { class: "edge " + line.line });
      group.append(svg("path", { d: "M0 8H28", fill: "none" }));
      if (line.line !== "tree") group.append(svg("polygon", { points: "30,8 22,4.4 22,11.6" }));
      picture.append(group);
      item.append(picture, document.createTextNode(line.words));
      return item;
    });
    const notes = [...this.data.numbers.map(([number, words]) => `(${number}) ${words}`), ...map.remarks].map((words) => {
      const item = document.createElement("li");
      item.textContent = words;
      return item;
    });
    this.part("legend").replaceChildren(...items, ...notes);
  }

  // ---- what is lit, dimmed, hidden -----------------------------------------------------------------------------
  mood() {
    const centre = this.hover || this.selected;
    const lit = this.found || (centre && this.near.get(centre)) || null;
    const shown = (id) => !this.hidden.has(this.nodes.get(id).node.kind);
    this.nodes.forEach(({ node, group }, id) => {
      group.classList.toggle("gone", !shown(id));
      group.classList.toggle("dim", lit !== null && !lit.has(id));
      group.classList.toggle("lit", lit !== null && lit.has(id));
      group.setAttribute("aria-pressed", String(id === this.selected));
      group.setAttribute("tabindex", id === this.roving ? "0" : "-1");
    });
    const all = this.part("verbs").checked;
    const own = (edge) => Boolean(centre) && (edge.source === centre || edge.target === centre);
    const seen = (edge) => shown(edge.source) && shown(edge.target);
    this.lines.classList.toggle("dim", lit !== null);
    this.edges.forEach(({ edge, group, bright }) => {
      group.classList.toggle("gone", !seen(edge));
      bright.classList.toggle("gone", !seen(edge) || !own(edge));
    });
    this.captions.forEach(({ edge, group }) => {
      const near = own(edge) || this.sharers(edge).some(own);
      group.classList.toggle("gone", !seen(edge) || !(all || near));
      group.classList.toggle("dim", lit !== null && !near);
      group.classList.toggle("lit", near);
    });
    if (this.roving && !shown(this.roving)) {
      const first = [...this.nodes.keys()].find(shown);
      if (first) { this.roving = first; this.nodes.get(first).group.setAttribute("tabindex", "0"); }
    }
  }

  // Edges of one word that share the stretch where the word stands.
  sharers(edge) {
    if (!edge.sharers) {
      const [left, top, right, bottom] = edge.caption.rect;
      const on = ([x, y], [tx, ty]) => Math.min(x, tx) <= right + 3 && Math.max(x, tx) >= left - 3
        && Math.min(y, ty) <= bottom + 3 && Math.max(y, ty) >= top - 3;
      edge.sharers = this.data.map.edges.filter((other) => other.label === edge.label && other.style === edge.style
        && (other.source === edge.source || other.target === edge.target)
        && other.points.slice(1).some((point, i) => on(other.points[i], point)));
    }
    return edge.sharers;
  }

  choose(id) {
    this.selected = this.selected === id ? null : id;
    this.roving = id;
    this.mood();
    this.report(this.selected);
  }

  search() {
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const words = fold(this.part("search").value).split(/\s+/).filter(Boolean);
    this.found = words.length
      ? new Set([...this.nodes.values()].filter(({ node }) => {
        const text = fold(node.label + " " + node.detail);
        return words.every((word) => text.includes(word));
      }).map(({ node }) => node.id))
      : null;
    this.part("status").textContent = this.found ? `${this.found.size} ${this.data.map.words.found}` : "";
    this.mood();
  }

  searchKey(event) {
    if (event.key === "Escape") {
      this.part("search").value = "";
      this.search();
    } else if (event.key === "Enter" && this.found && this.found.size) {
      this.focus([...this.found].find((id) => !this.hidden.has(this.nodes.get(id).node.kind)));
    }
  }

  // ---- moving about --------------------------------------------------------------------------------------------
  start() {
    const { map } = this.data;
    this.size();
    const whole = this.scaleToFit();
    const [width, height] = [this.svg.clientWidth, this.svg.clientHeight];
    // a small map is seen whole; of a large one the start, at a size that can be read
    if (whole >= (this.small() ? 0.5 : 0.7) || map.view === "explore" || !width) return this.fit();
    const k = 0.8;
    const first = (test) => map.nodes.find(test);
    const main = first((node) => node.id === (this.selected || map.centre)) || first((node) => node.kind === "focal")
      || first((node) => node.main);
    const [x, y] = main ? [main.x, main.y] : [0, 0];
    const along = (at, size, room) => (size * k < room ? (room - size * k) / 2 : clamp(room / 2 - at * k, room - size * k, 0));
    this.view = { k, x: along(x, map.width, width), y: along(y, map.height, height) };
    return this.move();
  }

  // No taller than the map needs at this width.
  size() {
    const { map, height } = this.data;
    const need = (map.height * Math.min(this.svg.clientWidth / map.width, 1.1)) + 24;
    const tall = map.view === "explore" || !this.svg.clientWidth ? height : clamp(need, Math.min(300, height), height);
    this.host.style.setProperty("--height", Math.round(tall) + "px");
  }

  small() {
    return this.data.map.nodes.length <= 30;
  }

  scaleToFit() {
    const { map } = this.data;
    return Math.min(this.svg.clientWidth / map.width, this.svg.clientHeight / map.height, 1.4);
  }

  fit() {
    const { map } = this.data;
    const k = this.scaleToFit() || 1;
    this.view = { k, x: (this.svg.clientWidth - map.width * k) / 2, y: (this.svg.clientHeight - map.height * k) / 2 };
    this.move();
  }

  zoom(by, at = [this.svg.clientWidth / 2, this.svg.clientHeight / 2]) {
    const k = clamp(this.view.k * by, 0.08, 4);
    const share = k / this.view.k;
    this.view = { k, x: at[0] - (at[0] - this.view.x) * share, y: at[1] - (at[1] - this.view.y) * share };
    this.touched = true;
    this.move();
  }

  move() {
    const { k, x, y } = this.view;
    this.world.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${k.toFixed(4)})`);
    this.host.classList.toggle("far", k * 12 < (this.small() ? FAR - 3 : FAR));
  }

  reveal(id) {
    const { box } = this.nodes.get(id);
    const { k } = this.view;
    const shift = (low, high, start, room) => {
      const [from, to] = [low * k + start, high * k + start];
      if (from < 8) return start + 8 - from;
      return to > room - 8 ? start - (to - room + 8) : start;
    };
    this.view = { k, x: shift(box[0], box[2], this.view.x, this.svg.clientWidth), y: shift(box[1], box[3], this.view.y, this.svg.clientHeight) };
    this.touched = true;
    this.move();
  }

  focus(id) {
    if (!id) return;
    this.roving = id;
    this.mood();
    this.reveal(id);
    this.nodes.get(id).group.focus({ preventScroll: true });
  }

  key(event) {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    if (ways[event.key]) this.focus(this.nearest(...ways[event.key]));
    else if (event.key === "Enter" || event.key === " ") this.choose(this.roving);
    else if (event.key === "Escape") { if (this.selected) this.choose(this.selected); }
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // The next node in a direction: near along it counts once, off to the side twice.
  nearest(dx, dy) {
    const here = this.nodes.get(this.roving).node;
    let best = null;
    this.nodes.forEach(({ node }, id) => {
      const [ahead, aside] = [(node.x - here.x) * dx + (node.y - here.y) * dy, Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx)];
      if (id === this.roving || ahead <= 0 || this.hidden.has(node.kind)) return;
      if (!best || ahead + 2 * aside < best.far) best = { id, far: ahead + 2 * aside };
    });
    return best && best.id;
  }

  // The wheel zooms once the map is in use (clicked or focused) or with Ctrl; until then the page scrolls.
  listenToPointer() {
    this.svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !this.active) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, this.spot(event));
    }, { passive: false });
    this.svg.addEventListener("pointerdown", (event) => {
      this.active = true;
      this.dragged = false;
      this.pointers.set(event.pointerId, this.spot(event));
    });
    this.svg.addEventListener("pointermove", (event) => this.drag(event));
    this.svg.addEventListener("click", (event) => {
      if (event.target === this.svg && !this.dragged && this.selected) this.choose(this.selected);
    });
    const up = (event) => this.pointers.delete(event.pointerId);
    this.svg.addEventListener("pointerup", up);
    this.svg.addEventListener("pointercancel", up);
    this.svg.addEventListener("pointerleave", (event) => { up(event); this.active = false; });
  }

  spot(event) {
    const box = this.svg.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  drag(event) {
    const from = this.pointers.get(event.pointerId);
    if (!from) return;
    const to = this.spot(event);
    if (!this.dragged && Math.hypot(to[0] - from[0], to[1] - from[1]) < 4) return;
    if (!this.dragged) this.svg.setPointerCapture(event.pointerId);
    this.dragged = this.touched = true;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId);
    if (other) {
      const far = (spot) => Math.hypot(spot[0] - other[1][0], spot[1] - other[1][1]) || 1;
      this.zoom(far(to) / far(from), other[1]);
    } else {
      this.view = { ...this.view, x: this.view.x + to[0] - from[0], y: this.view.y + to[1] - from[1] };
      this.move();
    }
    this.pointers.set(event.pointerId, to);
  }
}

// ---- shapes ----------------------------------------------------------------------------------------------------
function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

function mark(kind, x, y, r) {
  const look = { class: `mark ${kind.hollow ? "hollow" : ""}`, style: `--own: var(--${kind.kind})` };
  if (!kind.corners.length) return svg("circle", { ...look, cx: x, cy: y, r });
  return svg("polygon", { ...look, points: kind.corners.map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join(" ") });
}

function path(points) {
  const toward = (here, there) => {
    const far = Math.hypot(there[0] - here[0], there[1] - here[1]) || 1;
    const share = Math.min(6, far / 2) / far;
    return [here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share];
  };
  let d = `M${points[0]}`;
  for (let i = 1; i < points.length - 1; i += 1) {
    d += `L${toward(points[i], points[i - 1])}Q${points[i]} ${toward(points[i], points[i + 1])}`;
  }
  return `${d}L${points[points.length - 1]}`;
}

function arrow(edge) {
  const points = edge.arrow_at_start ? [...edge.points].reverse() : edge.points;
  const [[x, y], [fx, fy]] = [points[points.length - 1], points[points.length - 2]];
  const far = Math.hypot(x - fx, y - fy) || 1;
  const [ux, uy] = [((x - fx) / far) * 8, ((y - fy) / far) * 8];
  return `${x},${y} ${x - ux - uy * 0.45},${y - uy + ux * 0.45} ${x - ux + uy * 0.45},${y - uy - ux * 0.45}`;
}

function clamp(value, one, other) {
  return Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));
}
