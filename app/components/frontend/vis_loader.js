// Follows the library's own text, which sets globalThis.vis; says so to a map that was mounted earlier.
export default function () {
  globalThis.dispatchEvent(new Event("kajian-vis"));
}
