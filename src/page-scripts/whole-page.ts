/**
 * The first paint of a page is of what is seen first: what `styles/below.css` leaves out until it comes
 * into sight is laid out behind it, so that searching, printing and scrolling find the page whole.
 */

/**
 * The script, as text for the page's head. A page that is opened at a place, or comes back to where it was
 * left, is laid out whole before its first paint, for that place must be where it was; any other one
 * when it has loaded, behind a frame.
 */
export function wholePageScript(): string {
  return [
    '{let w=()=>{document.documentElement.dataset.whole=""};',
    'location.hash||(performance.getEntriesByType("navigation")[0]||{}).type!=="navigate"?w():',
    'addEventListener("load",()=>requestAnimationFrame(()=>setTimeout(w)))}',
  ].join('');
}
