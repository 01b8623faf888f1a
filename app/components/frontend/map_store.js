// Keeps the last maps for the component that draws them, so that a click sends only the id that was chosen.
const LAST = 4;

export default function ({ data }) {
  const maps = (globalThis.kajianMaps ??= new Map());
  maps.delete(data.revision);
  maps.set(data.revision, data.map);
  while (maps.size > LAST) maps.delete(maps.keys().next().value);
  globalThis.dispatchEvent(new Event("kajian-map"));
}
