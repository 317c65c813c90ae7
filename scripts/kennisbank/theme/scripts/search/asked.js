// Who comes with a question sees no lists before the answer, and nothing moves when that comes. This
// one runs while the page is read; page.js goes on from here.

document.documentElement.classList.toggle("kb-asked", location.search.length > 1);
