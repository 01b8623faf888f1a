// The chapter and its findings side by side. Words of people reach the page through textContent alone. Groups of
// findings are filled when they are opened, and blocks far from the window are left to the browser to skip, so that a
// thesis of 300 pages stays quick.
const instances = new WeakMap();
const SEVERITIES = ["error", "warning", "info"];
const AT_ONCE = 40; // findings of a group that are filled in before it is opened

export default function (component) {
  const { data, parentElement } = component;
  let view = instances.get(parentElement);
  if (!view) {
    view = new AuditView(parentElement.querySelector(".audit"));
    instances.set(parentElement, view);
  }
  view.show(data);
}

function made(tag, look, words) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  if (words !== undefined) element.textContent = words;
  return element;
}

class AuditView {
  constructor(host) {
    this.host = host;
    this.part = (name) => host.querySelector("." + name);
    this.hidden = new Set();
    this.part("check").addEventListener("change", () => this.list());
    this.part("search").addEventListener("input", () => this.list());
  }

  show(data) {
    if (this.data && data.revision === this.data.revision && data.language === this.data.language) return;
    this.data = data;
    this.words = data.words;
    this.findings = data.drawing.findings;
    this.hidden.clear();
    this.part("search").value = "";
    this.part("search").placeholder = this.words.search;
    this.part("search").setAttribute("aria-label", this.words.search);
    this.part("check").setAttribute("aria-label", this.words.check);
    this.part("notes").setAttribute("aria-label", this.words.findings);
    this.part("text").setAttribute("aria-label", this.words.text);
    this.part("notes").setAttribute("lang", data.language);
    this.severities();
    this.checks();
    this.text();
    this.list();
  }

  // ---- filters -------------------------------------------------------------------------------------------------
  severities() {
    const group = this.part("severities");
    group.replaceChildren();
    group.setAttribute("aria-label", this.words.findings);
    for (const severity of SEVERITIES) {
      const count = this.findings.filter((each) => each.severity === severity).length;
      if (!count) continue;
      const button = made("button", severity, `${this.data.drawing.titles[severity]} (${count})`);
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        this.hidden.has(severity) ? this.hidden.delete(severity) : this.hidden.add(severity);
        button.setAttribute("aria-pressed", String(!this.hidden.has(severity)));
        this.list();
      });
      group.append(button);
    }
  }

  checks() {
    const select = this.part("check");
    select.replaceChildren(new Option(this.words.all_checks, ""));
    const counts = new Map();
    for (const each of this.findings) counts.set(each.check, (counts.get(each.check) || 0) + 1);
    const titles = new Map(this.findings.map((each) => [each.check, each.title]));
    const named = [...counts].map(([name, count]) => [titles.get(name), count, name]);
    named.sort((one, other) => one[0].localeCompare(other[0], this.data.language));
    for (const [title, count, name] of named) select.append(new Option(`${title} (${count})`, name));
  }

  wanted() {
    const check = this.part("check").value;
    const asked = this.part("search").value.trim().toLowerCase();
    return this.findings.filter((each) => !this.hidden.has(each.severity) && (!check || each.check === check) &&
      (!asked || `${each.words} ${each.fix} ${each.quote} ${each.where}`.toLowerCase().includes(asked)));
  }

  // ---- findings ------------------------------------------------------------------------------------------------
  list() {
    const notes = this.part("notes");
    const shown = this.wanted();
    notes.replaceChildren();
    this.open = new Map(); // number -> how to open the group that holds it
    const groups = new Map();
    for (const each of shown) {
      const key = `${each.severity} ${each.check}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(each);
    }
    for (const group of groups.values()) notes.append(this.group(group, groups.size === 1));
    if (!shown.length) notes.append(made("p", "", this.findings.length ? this.words.none : this.words.clean));
    this.part("status").textContent = this.words.shown.replace("{shown}", shown.length).replace("{all}", this.findings.length);
    const visible = new Set(shown.map((each) => each.n));
    for (const mark of this.part("text").querySelectorAll("button.mark")) mark.hidden = !visible.has(Number(mark.dataset.n));
  }

  group(found, alone) {
    const box = made("details");
    const head = made("summary");
    const one = found.length === 1;
    head.append(made("span", `dot ${found[0].severity}`), made("strong", "", found[0].title),
      one ? ` – ${found[0].n}. ${found[0].words}` : ` (${found.length})`);
    head.title = this.data.drawing.titles[found[0].severity];
    box.append(head);
    const fill = () => {
      if (box.dataset.filled) return;
      box.dataset.filled = "yes";
      box.append(made("code", "check-name", found[0].check));
      for (const each of found) box.append(this.note(each, one));
    };
    box.addEventListener("toggle", () => { if (box.open) fill(); });
    for (const each of found) this.open.set(each.n, () => { fill(); box.open = true; });
    if (found[0].severity === "error" || alone) { if (found.length <= AT_ONCE) fill(); box.open = true; fill(); }
    return box;
  }

  note(each, alone) {
    const box = made("div", `note ${each.severity}`);
    box.dataset.n = each.n;
    box.tabIndex = -1;
    if (!alone) box.append(made("p", "", `${each.n}. ${each.words}`)); // else the group's head has said it
    if (each.fix) box.append(made("p", "fix", each.fix));
    if (each.quote) box.append(made("p", "quote", `“${each.quote}”`));
    const where = made("p");
    if (each.block !== null) where.append(this.link(`${this.words.to_text}: ${each.where}`, () => this.toText(each)));
    else where.append(made("span", "also", `${each.where || "–"} · ${this.words.outside}`));
    box.append(where);
    for (const other of each.related) {
      const line = made("p", "also", `${this.words.also}: “${other.quote}” `);
      if (other.block !== null && other.block !== undefined) line.append(this.link(other.where, () => this.toBlock(other.block)));
      else line.append(other.where);
      box.append(line);
    }
    if (each.more) box.append(made("p", "also", this.words.more.replace("{count}", each.more)));
    return box;
  }

  link(words, act) {
    const button = made("button", "link", words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  // ---- text ----------------------------------------------------------------------------------------------------
  text() {
    const pane = this.part("text");
    const all = document.createDocumentFragment();
    this.blocks = this.data.drawing.blocks.map((block) => {
      const box = made("div", "block");
      box.append(made("span", "line", String(block.line)), this.body(block));
      for (const number of block.loose || []) box.append(this.mark(number));
      all.append(box);
      return box;
    });
    pane.replaceChildren(all);
    pane.scrollTop = 0;
  }

  body(block) {
    if (block.rows) {
      const scroll = made("div", "scroll");
      const table = made("table");
      for (const row of block.rows) {
        const line = made("tr");
        for (const cell of row) {
          const box = made(cell.head ? "th" : "td");
          this.pieces(box, cell.text);
          line.append(box);
        }
        table.append(line);
      }
      scroll.append(table);
      return scroll;
    }
    const tag = { heading: `h${block.level || 3}`, quote: "blockquote", code: "pre" }[block.kind] || "p";
    const box = made(tag, block.kind);
    if (block.label) box.append(block.kind === "footnote" ? made("sup", "", block.label) : block.label, " ");
    else if (block.kind === "list-item") box.append("• ");
    this.pieces(box, block.text);
    return box;
  }

  pieces(box, text) {
    for (const piece of text) {
      if (typeof piece === "string") { box.append(piece); continue; }
      for (const number of piece[2]) box.append(this.mark(number));
      box.append(made("mark", piece[1], piece[0]));
    }
  }

  mark(number) {
    const each = this.findings[number - 1];
    const button = made("button", `mark ${each.severity}`, String(number));
    button.type = "button";
    button.dataset.n = number;
    button.title = each.words;
    button.setAttribute("aria-label", `${this.words.to_finding} ${number}: ${each.words}`);
    button.addEventListener("click", () => this.toNote(number));
    return button;
  }

  // ---- from one to the other -----------------------------------------------------------------------------------
  light(element) {
    for (const old of this.host.querySelectorAll(".here")) old.classList.remove("here");
    element.classList.add("here");
  }

  toText(each) {
    const mark = this.part("text").querySelector(`button.mark[data-n="${each.n}"]`);
    this.toBlock(each.block, mark);
  }

  toBlock(number, mark) {
    const block = this.blocks[number];
    this.light(block);
    this.into(this.part("text"), mark || block);
    (mark || this.part("text")).focus({ preventScroll: true });
  }

  toNote(number) {
    if (!this.open.has(number)) return;
    this.open.get(number)();
    const note = this.part("notes").querySelector(`.note[data-n="${number}"]`);
    this.light(note);
    this.into(this.part("notes"), note);
    note.focus({ preventScroll: true });
  }

  into(pane, element) {
    // Twice: blocks that were skipped take their height when they come near.
    const move = () => {
      const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 4;
    };
    move();
    requestAnimationFrame(() => { move(); requestAnimationFrame(move); });
    const frame = pane.getBoundingClientRect();
    if (frame.bottom < 60 || frame.top > window.innerHeight - 60) pane.scrollIntoView({ block: "nearest" });
  }
}
