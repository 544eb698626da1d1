// Runs before the page is drawn: what needs scripts is shown, what replaces them is not.
document.documentElement.classList.add("js");
