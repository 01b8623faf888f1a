// One listener for the window: it asks while a form holds words that are not saved, or that were just typed.
const typed = () => { window.kajianTyped = true; };
const ask = (event) => {
  if (window.kajianUnsaved || window.kajianTyped) { event.preventDefault(); event.returnValue = ""; }
};

export default function ({ data }) {
  window.kajianUnsaved = data.dirty;
  window.kajianTyped = false;
  const main = document.querySelector("[data-testid=stMain]");
  main?.addEventListener("input", typed);
  window.addEventListener("beforeunload", ask);
  return () => {
    main?.removeEventListener("input", typed);
    window.removeEventListener("beforeunload", ask);
    window.kajianUnsaved = window.kajianTyped = false;
  };
}
