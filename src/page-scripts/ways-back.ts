/** Brings out in a workflow's diagram the ways back from and to the step that is pointed at, focused or selected. */

/** Wires up every diagram of the page. */
export function startWaysBack(): void {
  for (const plan of document.querySelectorAll('.flow__plan')) {
    const paths = plan.querySelectorAll<SVGPathElement>('path[data-from]');
    if (paths.length === 0) continue;
    const show = () => {
      const shown = [...plan.querySelectorAll<HTMLAnchorElement>('li > a')]
        .filter(
          (node) =>
            node.parentElement?.matches(':hover, :focus-within') ||
            node.hasAttribute('data-current') ||
            node.hash === location.hash,
        )
        .map((node) => node.querySelector('b')?.textContent);
      for (const path of paths) {
        const { from, to } = path.dataset;
        path.toggleAttribute('data-shown', shown.includes(from) || shown.includes(to));
      }
    };
    for (const kind of ['pointerover', 'pointerout', 'focusin', 'focusout']) {
      plan.addEventListener(kind, show);
    }
    window.addEventListener('hashchange', show);
    // A run is painted after the page is read, and anew when it changes.
    const painted = new MutationObserver(show);
    painted.observe(plan, { subtree: true, attributeFilter: ['data-current'] });
    show();
  }
}
