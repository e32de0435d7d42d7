// A field above the table of operations that hides the rows, and the headings without rows, that don't hold its words.
document.addEventListener("DOMContentLoaded", () => {
  const page = document.querySelector("section#all-operations");
  if (!page) return;
  const sections = [...page.querySelectorAll(":scope > section")];
  const field = document.createElement("input");
  field.type = "search";
  field.className = "operation-filter";
  field.placeholder = "Filter: a name, a path, a scope, never ...";
  field.setAttribute("aria-label", "Filter the operations");
  page.insertBefore(field, sections[0]);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const section of sections) {
      let shown = 0;
      for (const row of section.querySelectorAll("tbody tr")) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      section.hidden = shown === 0;
    }
  });
});
