// A secret ballot that still needs its reason stays here: sent twice, it would tell what was chosen.
const form = document.querySelector("form[data-reasons-to-give]");
const reason = form?.elements.namedItem("reason");
const toGive = JSON.parse(form?.dataset.reasonsToGive ?? "{}");

form?.addEventListener("submit", (event) => {
  const asked = reason?.value.trim() === "" ? toGive[new FormData(form).get("choice")] : undefined;
  reason?.setCustomValidity(asked ?? "");
  if (!asked) return;
  event.preventDefault();
  reason.reportValidity();
});
form?.addEventListener("input", () => reason?.setCustomValidity(""));
