/**
 * Who works by keyboard stands somewhere. When an island takes away what has the focus (a row that a
 * filter hides, a form that is done with, a button that is switched off), the browser lets it fall to
 * the body, and one begins again at the top of the page. Here it goes on to what tells of the deed, to
 * what took the place, or to the next of its kind.
 */

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** What an element is called: the same thing, drawn anew, bears the same name. */
interface Name {
  readonly tag: string;
  readonly label: string;
}

const nameOf = (element: Element): Name => ({
  tag: element.tagName,
  label: element.getAttribute('aria-label') ?? element.textContent ?? '',
});

/** Whether anything of an element is laid out. Safari below 17.4 has no `checkVisibility`. */
const hasBox = (element: Element) => element.getClientRects().length > 0;

/** True for what is on the page and can have the focus. */
function isUsable(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    hasBox(element) &&
    getComputedStyle(element).visibility === 'visible'
  );
}

/**
 * Keeps the focus within an island from now on.
 *
 * @param root the island's place
 * @param first what had the focus first
 */
export function keepFocus(root: HTMLElement, first: EventTarget | null): void {
  let held: HTMLElement | undefined;
  let around: HTMLElement[] = [];
  let order: readonly HTMLElement[] = [];
  let heading: Element | null = null;
  /** What has had the focus from here; some of it only so. */
  const given = new WeakSet<HTMLElement>();
  /** What the focus left for the toast that tells of the deed; taken back, it goes there again. */
  let origin: Name | undefined;

  const all = () => [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const look = () => {
    order = all();
    heading = root.querySelector('h1');
  };
  const hold = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement)) return;
    held = target.matches(FOCUSABLE) || given.has(target) ? target : undefined;
    around = [];
    for (let each = target.parentElement; each; each = each.parentElement) around.push(each);
    if (!held?.closest('.toast')) origin = undefined;
    look();
  };

  const goOn = () => {
    const at = document.activeElement;
    if (!held) return;
    if (isUsable(held)) return look();
    // The reader, or the island itself, has put it elsewhere.
    if (at && at !== document.body && at !== held) return look();
    const lost = held;
    held = undefined;
    const next = successor(lost);
    if (!next) return look();
    const left = origin ?? nameOf(lost);
    if (!next.matches(FOCUSABLE)) next.tabIndex = -1;
    given.add(next);
    next.focus();
    if (next.closest('.toast')) origin = left;
  };

  const successor = (lost: HTMLElement): HTMLElement | null => {
    const now = all().filter(isUsable);
    const toast = toastOf(lost);
    if (toast) return toast.querySelector('button') ?? toast;
    const twin = origin && now.find((each) => isNamed(each, origin));
    if (twin) return twin;
    // Another view: one begins at its title.
    const title = root.querySelector<HTMLElement>('h1');
    if (title && title !== heading) return title;
    const isAlike = (each: HTMLElement) => each.className === lost.className;
    const place = around.find((each) => each.isConnected && hasBox(each)) ?? root;
    const fresh = now.filter((each) => !order.includes(each) && place.contains(each));
    const here = order.indexOf(lost);
    const after = order.slice(here + 1).filter(isUsable);
    const before = order.slice(0, Math.max(0, here)).filter(isUsable).reverse();
    return (
      fresh.find(isAlike) ??
      fresh[0] ??
      after.find(isAlike) ??
      before.find(isAlike) ??
      after[0] ??
      before[0] ??
      root.querySelector('h1, h2') ??
      root
    );
  };

  /** The toast that tells of the last deed: a new one; one that stays has told of an earlier deed. */
  const toastOf = (lost: HTMLElement) => {
    const isNew = (each: Element) =>
      ![...each.querySelectorAll('button')].some((b) => order.includes(b));
    const toasts = [...root.querySelectorAll<HTMLElement>('.toast')];
    const found = toasts.find(isNew) ?? toasts.find((each) => !each.matches('.toast--stays'));
    // This script may have come too late to see what was there before the deed.
    return found ?? (order.includes(lost) ? undefined : toasts[0]);
  };

  const isNamed = (element: Element, name: Name | undefined) => {
    const { tag, label } = nameOf(element);
    return tag === name?.tag && label === name.label;
  };

  root.addEventListener('focusin', ({ target }) => hold(target));
  root.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget) held = undefined;
    // Nobody took it: a click beside everything, when what had it is still there a moment later.
    setTimeout(() => {
      const isLeft = document.hasFocus() && document.activeElement === document.body;
      if (held === target && held && isUsable(held) && isLeft) held = undefined;
    });
  });
  new MutationObserver(goOn).observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ['hidden', 'disabled', 'open'],
  });
  hold(root.contains(document.activeElement) ? document.activeElement : first);
  goOn();
}
