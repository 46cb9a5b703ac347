// Suggests names while one types. Without it the search works all the same.
(function () {
  'use strict';
  var field = document.querySelector('form[role=search] input[name=q]');
  if (!field || !window.fetch) { return; }
  var list = document.createElement('datalist');
  list.id = 'suggestions';
  field.form.appendChild(list);
  field.setAttribute('list', list.id);
  field.setAttribute('autocomplete', 'off');
  var waiting = 0;
  var asked = '';

  function show(answer) {
    // What comes late, for what is in the field no more, is left alone.
    if (!answer || answer[0] !== asked) { return; }
    list.replaceChildren.apply(list, answer[1].map(function (name) {
      var option = document.createElement('option');
      option.value = name;
      return option;
    }));
  }

  function ask() {
    var text = field.value.trim();
    if (!text || text === asked) { return; }
    asked = text;
    fetch('/suggest?q=' + encodeURIComponent(text))
      .then(function (response) { return response.ok ? response.json() : null; })
      .then(show)
      .catch(function () { asked = ''; });
  }

  field.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
})();
