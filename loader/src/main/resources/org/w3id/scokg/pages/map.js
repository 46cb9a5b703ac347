"use strict";
// Colours the map and tells what holds on the day that the slider stands at, without asking the server again.
(function () {
  var slide = document.getElementById("slide");
  if (!slide) {
    return;
  }
  var date = document.getElementById("date");
  var day = document.getElementById("day");
  var first = Date.parse(slide.dataset.first + "T00:00:00Z");
  var names = {};
  document.querySelectorAll("[data-style]").forEach(function (name) {
    names[name.dataset.style] = name.textContent;
  });
  function style(days, at) {
    var found = "none";
    days.split(";").forEach(function (change) {
      if (change.slice(0, 10) <= at) {
        found = change.slice(11);
      }
    });
    return found;
  }
  function words(found) {
    var parts = found.split(" ");
    var name = names[parts[0]] || "–";
    return parts.length > 1 ? name + " (" + names[parts[1]] + ")" : name;
  }
  function show(at) {
    var counts = {};
    document.querySelectorAll("[data-days]").forEach(function (mark) {
      var kind = mark.getAttribute("class").split(" ").slice(0, 2).join(" ");
      mark.setAttribute("class", kind + " " + style(mark.dataset.days, at));
    });
    document.querySelectorAll("[data-row]").forEach(function (row) {
      var found = style(row.dataset.row, at);
      row.cells[1].textContent = words(found);
      counts[found.split(" ")[0]] = (counts[found.split(" ")[0]] || 0) + 1;
    });
    document.querySelectorAll("[data-count]").forEach(function (count) {
      count.textContent = counts[count.dataset.count] || 0;
    });
    document.querySelectorAll("[data-day]").forEach(function (link) {
      if (link.dataset.day === at) {
        link.setAttribute("aria-current", "date");
      } else {
        link.removeAttribute("aria-current");
      }
    });
    day.textContent = at;
    slide.setAttribute("aria-valuetext", at);
  }
  function remember(at) {
    var here = new URL(location.href);
    here.searchParams.set("date", at);
    history.replaceState(null, "", here);
  }
  slide.addEventListener("input", function () {
    var at = new Date(first + slide.value * 86400000).toISOString().slice(0, 10);
    date.value = at;
    show(at);
  });
  slide.addEventListener("change", function () {
    remember(date.value);
  });
  date.addEventListener("change", function () {
    if (date.value) {
      slide.value = Math.round((Date.parse(date.value + "T00:00:00Z") - first) / 86400000);
      show(date.value);
      remember(date.value);
    }
  });
  slide.setAttribute("aria-valuetext", date.value);
  slide.hidden = false;
})();
