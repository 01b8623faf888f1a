// Draws marks, labels and lines of a placed map on vis-network's canvas. vis gives pan, zoom and hits; everything
// that is seen comes from the page's own data, and text reaches the page through textContent only.
(function () {
  "use strict";
  const map = JSON.parse(document.getElementById("map-data").textContent);
  const colours = map.colours.light;
  const byId = new Map(map.nodes.map((node) => [node.id, node]));
  const shapes = new Map(map.kinds.map((kind) => [kind.kind, kind]));
  const items = new Map(
    [...document.querySelectorAll("[data-node]")].map((item) => [item.getAttribute("data-node"), item]),
  );
  const details = document.getElementById("details");
  let chosen = null;
  let near = new Set();

  function faded(id) {
    return chosen !== null && id !== chosen && !near.has(id);
  }

  function trace(ctx, points) {
    ctx.moveTo(points[0][0], points[0][1]);
    for (let i = 1; i < points.length - 1; i += 1) {
      ctx.arcTo(points[i][0], points[i][1], points[i + 1][0], points[i + 1][1], 5);
    }
    const last = points[points.length - 1];
    ctx.lineTo(last[0], last[1]);
  }

  function arrow(ctx, edge) {
    const points = edge.arrow_at_start ? [...edge.points].reverse() : edge.points;
    const [tip, before] = [points[points.length - 1], points[points.length - 2]];
    const far = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
    const [ux, uy] = [((tip[0] - before[0]) / far) * 8, ((tip[1] - before[1]) / far) * 8];
    ctx.beginPath();
    ctx.moveTo(tip[0], tip[1]);
    ctx.lineTo(tip[0] - ux - uy * 0.45, tip[1] - uy + ux * 0.45);
    ctx.lineTo(tip[0] - ux + uy * 0.45, tip[1] - uy - ux * 0.45);
    ctx.fill();
  }

  function own(edge) {
    return chosen !== null && (edge.source === chosen || edge.target === chosen);
  }

  // Lines that share a stretch are one path, so that the stretch is not drawn darker.
  function strokes(ctx, style, edges, strong) {
    ctx.globalAlpha = chosen === null || strong ? 1 : 0.15;
    ctx.strokeStyle = ctx.fillStyle = colours["line-" + style];
    ctx.lineWidth = strong ? 2 : 1.2;
    ctx.setLineDash(style === "dashed" ? [5, 3] : []);
    ctx.beginPath();
    edges.forEach((edge) => trace(ctx, edge.points));
    ctx.stroke();
    ctx.setLineDash([]);
    edges.forEach((edge) => { if (edge.arrow) arrow(ctx, edge); });
  }

  // A quiet line is seen only with one of its nodes chosen; its word stands in its middle.
  function quietCaption(ctx, edge) {
    const [[x, y], [toX, toY]] = edge.points;
    ctx.font = "12px Arial, Helvetica, sans-serif";
    const half = ctx.measureText(edge.label).width / 2 + 2;
    const middle = [(x + toX) / 2, (y + toY) / 2];
    return { lines: [edge.label], rect: [middle[0] - half, middle[1] - 7.5, middle[0] + half, middle[1] + 7.5], number: null };
  }

  function caption(ctx, edge) {
    const placed = edge.quiet ? (own(edge) ? quietCaption(ctx, edge) : null) : edge.caption;
    if (!placed) return;
    const [left, top, right, bottom] = placed.rect;
    const lines = placed.number === null ? placed.lines : ["(" + placed.number + ")"];
    ctx.globalAlpha = chosen === null || own(edge) ? 1 : 0.15;
    ctx.fillStyle = "#FFFFFF";
    ctx.fillRect(left, top, right - left, bottom - top);
    ctx.fillStyle = colours.ink;
    ctx.font = "12px Arial, Helvetica, sans-serif";
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    lines.forEach((words, row) => ctx.fillText(words, (left + right) / 2, top + row * 15 + 11.6));
  }

  function mark(ctx, node) {
    const shape = shapes.get(node.kind);
    ctx.beginPath();
    if (!shape.corners.length) ctx.arc(node.x, node.y, node.r, 0, 2 * Math.PI);
    shape.corners.forEach(([dx, dy]) => ctx.lineTo(node.x + dx * node.r, node.y + dy * node.r));
    ctx.closePath();
    ctx.fillStyle = shape.hollow ? "#FFFFFF" : colours[node.kind];
    ctx.fill();
    ctx.strokeStyle = node.id === chosen ? colours.ink : colours[node.kind];
    ctx.lineWidth = shape.hollow || node.id === chosen ? 2 : 0;
    if (ctx.lineWidth && (shape.hollow || node.id === chosen)) ctx.stroke();
  }

  function label(ctx, node) {
    const [left, top, right] = node.rect;
    ctx.fillStyle = colours.ink;
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    node.lines.forEach((pieces, row) => {
      const fonts = pieces.map(
        ([, italic]) => (italic ? "italic " : "") + (node.bold ? "bold " : "") + node.font + "px Arial, Helvetica, sans-serif",
      );
      const widths = pieces.map(([words], i) => { ctx.font = fonts[i]; return ctx.measureText(words).width; });
      const whole = widths.reduce((sum, width) => sum + width, 0);
      let x = node.side === "right" ? left : node.side === "left" ? right - whole : (left + right - whole) / 2;
      pieces.forEach(([words], i) => {
        ctx.font = fonts[i];
        ctx.lineWidth = 3;
        ctx.strokeStyle = "#FFFFFF";
        ctx.lineJoin = "round";
        ctx.strokeText(words, x, top + row * node.font * 1.25 + node.font * 0.97);
        ctx.fillText(words, x, top + row * node.font * 1.25 + node.font * 0.97);
        x += widths[i];
      });
    });
  }

  function draw(ctx) {
    ctx.save();
    for (const style of ["tree", "dashed", "stated"]) {
      strokes(ctx, style, map.edges.filter((edge) => edge.style === style && !own(edge) && !edge.quiet), false);
      strokes(ctx, style, map.edges.filter((edge) => edge.style === style && own(edge)), true);
    }
    map.edges.forEach((edge) => caption(ctx, edge));
    map.nodes.forEach((node) => {
      ctx.globalAlpha = faded(node.id) ? 0.2 : 1;
      mark(ctx, node);
      label(ctx, node);
    });
    ctx.restore();
  }

  function describe() {
    details.textContent = "";
    const node = byId.get(chosen);
    if (!node) {
      details.textContent = map.words.nothing;
      return;
    }
    const heading = document.createElement("h2");
    heading.textContent = node.label;
    const kind = document.createElement("p");
    kind.textContent = node.detail ? node.kind_words + ". " + node.detail : node.kind_words;
    const list = document.createElement("ul");
    map.edges.forEach((edge) => {
      if (edge.source !== chosen && edge.target !== chosen) return;
      const item = document.createElement("li");
      item.textContent = edge.source === chosen
        ? edge.label + " → " + byId.get(edge.target).label
        : byId.get(edge.source).label + " → " + edge.label;
      list.append(item);
    });
    details.append(heading, kind, list);
  }

  function choose(id) {
    chosen = byId.has(id) ? id : null;
    near = new Set();
    map.edges.forEach((edge) => {
      if (edge.source === chosen) near.add(edge.target);
      if (edge.target === chosen) near.add(edge.source);
    });
    items.forEach((item, key) => item.setAttribute("aria-pressed", String(key === chosen)));
    describe();
    network.redraw();
  }

  nodes.update(map.nodes.map((node) => ({ id: node.id, hidden: true })));
  network.on("beforeDrawing", draw);
  // The label belongs to the node: a click on the words chooses it too.
  function under(point) {
    const at = network.DOMtoCanvas(point);
    const hit = map.nodes.find((node) => {
      const [left, top, right, bottom] = node.rect;
      const inLabel = at.x >= left && at.x <= right && at.y >= top && at.y <= bottom;
      return inLabel || Math.hypot(at.x - node.x, at.y - node.y) <= node.r + 3;
    });
    return hit ? hit.id : null;
  }
  network.on("click", (event) => choose(under(event.pointer.DOM)));
  items.forEach((item, id) => item.addEventListener("click", () => {
    choose(chosen === id ? null : id);
    if (chosen !== null) reveal(byId.get(id));
  }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });

  // The map moves only when the chosen node is out of sight.
  function reveal(node) {
    const box = document.getElementById("mynetwork").getBoundingClientRect();
    const at = network.canvasToDOM({ x: node.x, y: node.y });
    const seen = at.x > 20 && at.y > 20 && at.x < box.width - 20 && at.y < box.height - 20;
    if (!seen) network.moveTo({ position: { x: node.x, y: node.y } });
  }

  function fit() {
    const box = document.getElementById("mynetwork").getBoundingClientRect();
    const scale = Math.min(box.width / (map.width + 20), box.height / (map.height + 20), 1.6);
    network.moveTo({ position: { x: map.width / 2, y: map.height / 2 }, scale: Math.max(scale, 0.05) });
  }
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.25 }));
  document.getElementById("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.25 }));
  fit();
  choose(null);
})();
