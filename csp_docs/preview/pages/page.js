"use strict";

// The page says how it should look after each build: it is fetched again, and what has changed is put in its place.
const PARTS = ["title", "state", "tally", "web-head", "paper-head", "found"];

const byId = (id, page = document) => page.getElementById(id);

// The reader's place in a web page: the last element with an id above the top edge, and how far above it is.
function placeIn(frame) {
  const page = frame && frame.contentDocument; // none if a link has led to another website
  if (!page) return { y: 0 };
  const above = [...page.querySelectorAll("[id]")]
    .map((mark) => ({ id: mark.id, top: mark.getBoundingClientRect().top }))
    .filter(({ top }) => top <= 0)
    .sort((one, other) => other.top - one.top);
  return { y: frame.contentWindow.scrollY, ...above[0] };
}

function goTo(view, place) {
  const mark = place.y > 0 && place.id ? view.document.getElementById(place.id) : null;
  const top = mark ? view.scrollY + mark.getBoundingClientRect().top - place.top : place.y;
  view.scrollTo({ left: 0, top, behavior: "instant" });
}

function openOutside(page) {
  for (const link of page.links) {
    if (link.host !== location.host) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
}

// The new web page is loaded under the old one, so that nothing flickers, and replaces it at the reader's place.
function showWeb(fresh) {
  const room = document.querySelector(".frame");
  const [old, next] = [room.querySelector("iframe:not(.next)"), fresh.querySelector("iframe")];
  if (!next || (old && old.getAttribute("src") === next.getAttribute("src"))) return;
  room.querySelectorAll(".next").forEach((one) => one.remove());
  next.classList.add("next");
  next.addEventListener("load", () => {
    openOutside(next.contentDocument);
    goTo(next.contentWindow, placeIn(old));
    next.classList.remove("next");
    if (old) old.remove();
  }, { once: true });
  room.append(next);
}

// A picture stays until its new version is there; pages are added or removed at the end only.
function showPages(fresh) {
  const [old, next] = [byId("pages").children, [...byId("pages", fresh).children]];
  next.forEach((item, at) => {
    if (!old[at]) return byId("pages").append(item);
    const [picture, given] = [old[at].querySelector("img"), item.querySelector("img")];
    for (const { name, value } of given.attributes) {
      if (picture.getAttribute(name) !== value) picture.setAttribute(name, value);
    }
  });
  while (old.length > next.length) old[old.length - 1].remove();
}

let asked = 0;

async function refresh() {
  const turn = ++asked;
  const answer = await fetch("./");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || turn !== asked) return; // a newer build is asked for
  document.title = fresh.title;
  for (const part of PARTS) {
    const [old, next] = [byId(part), byId(part, fresh)];
    old.className = next.className;
    if (old.innerHTML !== next.innerHTML) old.replaceChildren(...next.childNodes);
  }
  showPages(fresh);
  showWeb(document.adoptNode(fresh.querySelector(".frame")));
}

function follow() {
  const events = new EventSource("events");
  events.onopen = () => { byId("lost").hidden = true; };
  events.onerror = () => { byId("lost").hidden = false; };
  events.onmessage = ({ data }) => {
    const isBuilding = data.endsWith("building");
    document.body.classList.toggle("building", isBuilding);
    if (!isBuilding) refresh().catch(events.onerror);
  };
}

for (const button of document.querySelectorAll("nav button")) {
  button.addEventListener("click", () => {
    document.body.dataset.shown = button.dataset.part;
    for (const other of document.querySelectorAll("nav button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });
}
const first = document.querySelector("iframe");
if (first) first.addEventListener("load", () => openOutside(first.contentDocument), { once: true });
follow();
