// The embed generator without loading a page for each choice, and buttons that copy.
// Nothing needs it: the form has a button, and texts can be selected.
const form = document.querySelector('.embed-form');
const pick = document.querySelector('#accent-pick');
// Links to other languages carry the address, which changes here.
const live = (page) => [...page.querySelectorAll('[data-live], .languages')];
let asked = 0;

for (const element of document.querySelectorAll('[data-scripted]')) element.hidden = false;

form.addEventListener('change', async ({ target }) => {
  const { accent } = form.elements;
  if (target === pick) accent.value = pick.value.slice(1);
  if (target === accent) pick.value = `#${accent.value.replace('#', '')}`;
  const turn = ++asked;
  try {
    const answer = await fetch(`${form.action}?${new URLSearchParams(new FormData(form))}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Who chooses quickly sees what was chosen last.
    if (!answer.ok || turn !== asked) return;
    const fresh = live(page);
    live(document).forEach((old, n) => old.isEqualNode(fresh[n]) || old.replaceWith(fresh[n]));
    history.replaceState(null, '', answer.url);
  } catch {
    // The network is away; the button will say so.
  }
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copies]');
  if (!button) return;
  const text = document.getElementById(button.dataset.copies);
  const said = button.nextElementSibling;
  const words = button.closest('section').dataset;
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = words.copied;
  } catch {
    text.select();
    said.textContent = words.failed;
  }
});
