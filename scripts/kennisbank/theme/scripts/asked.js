// Who comes with a question, or with answers, sees nothing else before what was found, and nothing
// moves when that comes. This one runs while the page is read; what finds it goes on from here.

document.documentElement.classList.toggle("kb-asked", location.search.length > 1);
