// A module of the week is dragged with the mouse to another place. What is dropped is sent by the form of the module's own buttons.
let dragged = null;

for (const module of document.querySelectorAll("[data-module]")) {
  module.draggable = true;
  for (const link of module.querySelectorAll("a")) link.draggable = false;
  module.addEventListener("dragstart", (event) => {
    dragged = module;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", module.querySelector(".week-title")?.textContent ?? "");
    module.dataset.dragged = "";
  });
  module.addEventListener("dragend", () => {
    delete module.dataset.dragged;
    dragged = null;
    mark(null);
  });
}

for (const day of document.querySelectorAll("[data-place]")) {
  day.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    mark(targetAt(day, event));
  });
  day.addEventListener("dragleave", (event) => {
    if (!day.contains(event.relatedTarget)) mark(null);
  });
  day.addEventListener("drop", (event) => {
    event.preventDefault();
    const target = targetAt(day, event);
    mark(null);
    if (dragged && target.element !== dragged) send(dragged, target.place);
  });
}

/** The hour above or below the module that the mouse is on, by the half of it; anywhere else on a day, its end. */
function targetAt(day, { target, clientY }) {
  const element = target instanceof Element ? target.closest("[data-module]") : null;
  if (!element) return { element: day, side: "end", place: day.dataset.place };
  const { top, height } = element.getBoundingClientRect();
  const side = clientY < top + height / 2 ? "before" : "after";
  const minutes = Number(side === "before" ? element.dataset.start : element.dataset.end);
  return { element, side, place: `${day.dataset.place} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}` };
}

function mark(target) {
  for (const marked of document.querySelectorAll("[data-drop]")) delete marked.dataset.drop;
  if (target && target.element !== dragged) target.element.dataset.drop = target.side;
}

function send(module, place) {
  const form = module.querySelector("form[data-moves]");
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "place", value: place });
  form.append(field);
  form.submit();
}
