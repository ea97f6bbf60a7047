/**
 * What says that something did not come, and why, as text for the page's head: it must be there when a
 * page's own scripts are what is missing.
 *
 * `late(place, what)` puts into an element what did not come, and behind it the words of `Base.astro` for
 * one of two reasons, which a request for this very page tells apart (a HEAD request, which no cache and
 * no service worker answers): nothing arrives, or the server answers and the file is gone since a new
 * edition was published. `islands/shared/say-late.ts` is its face for modules.
 *
 * Elements with `data-late` stand where a script is to come and take them away; those that are left when
 * the page has loaded, or after a while, say what is in the attribute.
 */

/** Milliseconds after which a script that has not come is spoken of, and a server counts as silent. */
const PATIENCE = { script: 15_000, answer: 5_000 };

/** The text of the script. What is said below the bar goes with the next click, which may be the reload. */
export function lateScript(): string {
  return [
    'function late(p,w){return fetch(location.pathname,{method:"HEAD",cache:"no-store",',
    `signal:AbortSignal.timeout(${PATIENCE.answer})}).then(r=>r.status<500,()=>!1).then(u=>{if(p){`,
    'p.replaceChildren(document.getElementById("late-"+u).content.cloneNode(!0));',
    'p.firstElementChild.prepend(w);p.hidden=!1}return u})}',
    '{let d=document,',
    'f=()=>d.querySelectorAll("[data-late]").forEach(p=>{late(p,p.dataset.late);delete p.dataset.late});',
    `onload=f;setTimeout(f,${PATIENCE.script});onclick=e=>{`,
    'if(e.target.name=="reload")location.reload();d.getElementById("below-bar").hidden=!0}}',
  ].join('');
}
