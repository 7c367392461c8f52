// Shows changes without a reload, and presses buttons without one. The page works without this script.
const interval = 1000;

const isInUse = (part) => {
  const selection = getSelection();
  return part.matches(':active') || part.querySelector('tbody:hover, select:focus, input:focus')
    || (!selection.isCollapsed && part.contains(selection.anchorNode));
};

// Replaces a part, and keeps the keyboard at the same button.
const replace = (part, fresh) => {
  const index = [...part.querySelectorAll('button')].indexOf(document.activeElement);
  part.replaceWith(fresh);
  fresh.querySelectorAll('button')[index]?.focus({ preventScroll: true });
};

const show = (html, isForced) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML && (isForced || !isInUse(part))) replace(part, fresh);
  }
};

const send = async (address, options) => {
  const response = await fetch(address, options).catch(() => null);
  document.getElementById('silence').hidden = response !== null;
  return response;
};

const refresh = async (isForced) => {
  const response = await send(location.href);
  if (response?.ok) show(await response.text(), isForced);
};

const press = async (form, button) => {
  const body = new URLSearchParams(new FormData(form, button));
  const response = await send(form.action, { method: 'POST', body, redirect: 'manual' });
  // The server redirects to the page, or answers with a page that shows the problem.
  if (response?.type === 'opaqueredirect') {
    form.reset();
    await refresh(true);
  } else if (response) {
    show(await response.text(), true);
  }
};

const watch = async () => {
  if (!document.hidden) await refresh(false);
  setTimeout(watch, interval);
};

document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  event.preventDefault();
  press(event.target, event.submitter);
});

setTimeout(watch, interval);
