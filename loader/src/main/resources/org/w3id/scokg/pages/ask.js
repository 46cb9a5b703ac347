/* Makes the form an editor, and shows answers as tables, charts and maps. It asks this server and no other. */
(function () {
  'use strict';

  const form = document.getElementById('ask');
  const area = document.getElementById('query');
  const words = JSON.parse(form.dataset.words);
  const base = form.dataset.base;
  const endpoint = form.getAttribute('action');
  const status = document.getElementById('status');
  const views = document.getElementById('views');
  const result = document.getElementById('result');
  const MOST = 500;
  const BARS = 40;

  function word(key, ...values) {
    return values.reduce((text, value) => text.replace('%s', value), words[key]);
  }

  /* What a builder is given becomes text or an attribute, never markup. */
  function build(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function el(name, attributes, ...children) {
    return build(document.createElement(name), attributes, children);
  }

  function svg(name, attributes, ...children) {
    return build(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
  }

  function button(text, act, attributes) {
    const made = el('button', Object.assign({type: 'button', class: 'quiet'}, attributes), text);
    made.addEventListener('click', act);
    return made;
  }

  /* ---- The editor ---- */

  let terms = {prefixes: {}, classes: [], properties: []};
  let isAsked = false;

  function shorten(iri) {
    let best = null;
    let length = 0;
    for (const [prefix, space] of Object.entries(terms.prefixes)) {
      if (space.length > length && iri.startsWith(space) && /^\w[\w-]*$/.test(iri.slice(space.length))) {
        best = prefix;
        length = space.length;
      }
    }
    return best === null ? '<' + iri + '>' : best + ':' + iri.slice(length);
  }

  const WORD = '[A-Za-z\\u0080-\\uffff][\\w\\u0080-\\uffff-]*';
  const LOCAL = '(?:[\\w\\u0080-\\uffff%:-]|\\.(?=[\\w\\u0080-\\uffff]))*';
  const TYPED = new RegExp('(?:^|[^?$@\\w:"\'<-])((?:' + WORD + ')?(?::' + LOCAL + ')?)$');
  const TOKEN = new RegExp([
    '\\s+', '#[^\\n]*', '<[^<>"{}|^`\\\\\\s]*>', '"""[\\s\\S]*?"""', "'''[\\s\\S]*?'''",
    '"(?:[^"\\\\\\n]|\\\\.)*"', "'(?:[^'\\\\\\n]|\\\\.)*'", '[?$]\\w+', '\\^\\^\\S+', '@[\\w-]+', '_:\\w+',
    '(?:' + WORD + ')?:' + LOCAL, WORD, '[+-]?\\d[\\d.eE]*', '[\\s\\S]'].join('|'), 'g');
  const TYPES = ['a', 'rdf:type', '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>',
    'rdfs:subClassOf', 'rdfs:domain', 'rdfs:range'];

  /* Goes through a query to see where in a triple its end is: at 0 a subject, at 1 a property, at 2 an object. */
  function endOf(text) {
    let at = {part: 3};
    const around = [];
    const tokens = text.match(TOKEN) || [];
    if (/^#/.test(tokens[tokens.length - 1])) return {part: 3};
    for (const token of tokens) {
      if (token === '"' || token === "'") return {part: 3};
      if (/^([\s@#]|\^\^)/.test(token)) continue;
      if (token === '{' || token === '}' || token === '.') at = {part: 0};
      else if (token === ';') at = {part: 1};
      else if (token === ',') at.part = 2;
      else if ((token === '/' || token === '|') && at.part === 2) at.part = 1;
      else if (token === '[' || token === '(') {
        around.push(at);
        at = {part: token === '[' || at.part === 1 ? 1 : 3};
      } else if (token === ']' || token === ')') {
        at = around.pop() || {part: 3};
        at.part = Math.min(3, at.part + 1);
      } else if (token === 'a' || (token.length > 1 && !/^[A-Za-z]+$/.test(token))) {
        if (at.part === 1) at.property = token;
        at.part = Math.min(3, at.part + 1);
      }
    }
    return at;
  }

  /* What is being typed, and which terms may stand there; null where none may. */
  function position(yasqe) {
    const cursor = yasqe.getDoc().getCursor();
    const text = yasqe.getDoc().getRange({line: 0, ch: 0}, cursor);
    const match = TYPED.exec(text);
    if (!match || (!isAsked && match[1].length < 2)) return null;
    const typed = match[1];
    const at = endOf(text.slice(0, text.length - typed.length));
    const kind = at.part === 1 ? 'properties' : at.part === 2 && TYPES.includes(at.property) ? 'classes' : '';
    if (!kind) return null;
    return {kind, typed: typed.toLowerCase(), from: {line: cursor.line, ch: cursor.ch - typed.length}, to: cursor};
  }

  /* The better a term fits the lower: by the beginning of its name, then of its label, then anywhere in them. */
  function fit(term, name, typed) {
    const label = (term.label || '').toLowerCase();
    const local = name.slice(name.indexOf(':') + 1);
    if (name.startsWith(typed) || local.startsWith(typed)) return 0;
    if (label.startsWith(typed)) return 1;
    return name.includes(typed) || label.includes(typed) ? 2 : 3;
  }

  function own(term) {
    return term.iri.startsWith(base) ? 1 : 0;
  }

  const found = new Map();

  const completer = {
    name: 'terms',
    bulk: false,
    autoShow: true,
    isValidCompletionPosition: (yasqe) => position(yasqe) !== null,
    get: function (yasqe) {
      const place = position(yasqe);
      found.clear();
      if (!place) return [];
      const typed = place.typed;
      return terms[place.kind]
        .map((term) => ({term, name: shorten(term.iri)}))
        .map((each) => Object.assign(each, {fit: fit(each.term, each.name.toLowerCase(), typed)}))
        .filter((each) => each.fit < 3)
        .sort((a, b) => a.fit - b.fit || own(b.term) - own(a.term) || (b.term.uses || 0) - (a.term.uses || 0) || (a.name < b.name ? -1 : 1))
        .slice(0, 50)
        .map((each) => { found.set(each.name, {place, term: each.term}); return each.name; });
    },
    postprocessHints: (yasqe, hints) => hints.map((hint) => Object.assign(hint, {
      render: function (item) {
        const term = found.get(hint.text).term;
        item.append(el('code', {}, hint.text), el('small', {}, term.label || ''));
        if (term.about) item.title = term.about;
      },
      hint: function () {
        const place = found.get(hint.text).place;
        yasqe.getDoc().replaceRange(hint.text, place.from, place.to, 'complete');
        declare(yasqe, hint.text.slice(0, hint.text.indexOf(':')));
      },
    })),
  };

  function declare(yasqe, prefix) {
    if (terms.prefixes[prefix] && !(prefix in yasqe.getPrefixesFromQuery())) {
      yasqe.addPrefixes({[prefix]: terms.prefixes[prefix]});
    }
  }

  /* Who writes a prefix of the dataset need not declare it. */
  function declareWhatIsTyped(yasqe, change) {
    if (!change || change.origin !== '+input' || change.text.join('') !== ':') return;
    const cursor = yasqe.getDoc().getCursor();
    const line = yasqe.getDoc().getLine(cursor.line).slice(0, cursor.ch);
    const typed = /(?:^|[\s(|/^{,;!])([A-Za-z][\w-]*):$/.exec(line);
    const type = yasqe.getTokenTypeAt(cursor);
    if (typed && !/^\s*PREFIX/i.test(line) && type !== 'comment' && type !== 'string') {
      declare(yasqe, typed[1]);
      yasqe.autocomplete(true);
    }
  }

  function makeEditor() {
    const own = Yasqe.Autocompleters;
    Yasqe.registerAutocompleter(Object.assign({}, own.prefixes, {
      bulk: false,
      onInitialize: null,
      persistenceId: null,
      get: (yasqe, token) => {
        const typed = (token.autocompletionString || token.string).trim();
        return Object.keys(terms.prefixes)
          .map((prefix) => prefix + ': <' + terms.prefixes[prefix] + '>')
          .filter((text) => text.startsWith(typed));
      },
    }), false);
    Yasqe.registerAutocompleter(completer, false);
    // Those that would ask services elsewhere are not among these.
    Yasqe.defaults.autocompleters = ['variables', 'prefixes', 'terms'];
    Yasqe.defaults.prefixCcApi = '';
    const complete = (yasqe) => {
      isAsked = true;
      yasqe.autocomplete();
      setTimeout(() => { isAsked = false; }, 100);
    };
    const holder = el('div', {id: 'editor'});
    area.before(holder);
    const made = new Yasqe(holder, {
      value: area.value,
      persistenceId: null,
      createShareableLink: null,
      consumeShareLink: null,
      showQueryButton: false,
      resizeable: false,
      editorHeight: null,
      viewportMargin: Infinity,
      requestConfig: {endpoint: endpoint},
      hintConfig: {closeOnUnfocus: true},
      extraKeys: {
        'Tab': false, 'Shift-Tab': false, 'Ctrl-S': false,
        'Ctrl-Enter': run, 'Cmd-Enter': run, 'Ctrl-Space': complete,
      },
    });
    const input = made.getInputField();
    input.setAttribute('aria-label', word('editor'));
    input.setAttribute('aria-describedby', 'keys');
    made.on('change', (cm, change) => { declareWhatIsTyped(made, change); noteChange(); });
    area.hidden = true;
    area.required = false;
    form.querySelector('label[for=query]').addEventListener('click', () => made.focus());
    return made;
  }

  function query() {
    return editor ? editor.getValue() : area.value;
  }

  /* ---- Links and command lines ---- */

  const QUOTES = {
    curl: (text) => "'" + ('query=' + text).replace(/'/g, "'\\''") + "'",
    Python: (text) => '"""\n' + text.replace(/\\/g, '\\\\').replace(/"""/g, '\\"\\"\\"') + '\n"""',
    R: (text) => {
      let dashes = '---';
      while (text.includes(')' + dashes + '"')) dashes += '-';
      return 'r"' + dashes + '(\n' + text + '\n)' + dashes + '"';
    },
  };

  function isTable() {
    const type = editor ? editor.getQueryType() : 'SELECT';
    return type !== 'CONSTRUCT' && type !== 'DESCRIBE';
  }

  function address(format) {
    const parameters = new URLSearchParams({query: query()});
    if (format) parameters.set('format', format);
    else if (form.dataset.language) parameters.set('lang', form.dataset.language);
    return endpoint + '?' + parameters;
  }

  function updateCommands() {
    document.getElementById('link').href = address('');
    for (const block of document.querySelectorAll('pre[data-command]')) {
      const template = isTable() ? block.dataset.table : block.dataset.graph;
      // A function, since in a text some characters would stand for others.
      const text = template.replace('@query@', () => QUOTES[block.dataset.command](query()));
      block.querySelector('code').textContent = text;
    }
  }

  let waiting = 0;
  let wrong = null;

  function noteChange() {
    if (wrong) wrong.clear();
    wrong = null;
    clearTimeout(waiting);
    waiting = setTimeout(updateCommands, 200);
  }

  function copier(text) {
    const made = button(word('copy'), function () {
      const field = el('textarea', {readonly: ''});
      field.value = text();
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      made.focus();
      if (done) {
        made.textContent = word('copied');
        setTimeout(() => { made.textContent = word('copy'); }, 2000);
      }
    });
    return made;
  }

  function addCopiers() {
    const link = document.getElementById('link');
    link.after(' ', copier(() => link.href));
    for (const block of document.querySelectorAll('pre[data-command]')) {
      const holder = el('div', {class: 'copyable'});
      block.before(holder);
      holder.append(block, copier(() => block.textContent));
      block.tabIndex = 0;
    }
  }

  function addFilter() {
    const list = document.querySelectorAll('#examples li');
    if (list.length < 10) return;
    const field = el('input', {type: 'search', 'aria-label': word('filter'), placeholder: word('filter')});
    document.querySelector('#examples summary').after(field);
    field.addEventListener('input', function () {
      const typed = field.value.trim().toLowerCase();
      list.forEach((item) => { item.hidden = !item.textContent.toLowerCase().includes(typed); });
    });
  }

  /* ---- Asking ---- */

  let stopper = null;
  const stop = button(word('stop'), () => { if (stopper) stopper.abort(); }, {hidden: ''});

  async function run() {
    if (stopper) stopper.abort();
    const mine = new AbortController();
    stopper = mine;
    stop.hidden = false;
    document.getElementById('answer').hidden = false;
    views.replaceChildren();
    result.replaceChildren();
    status.textContent = word('running');
    updateCommands();
    history.replaceState(null, '', address(''));
    const begun = performance.now();
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        body: new URLSearchParams({query: query()}),
        headers: {Accept: 'application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.1'},
        credentials: 'omit',
        signal: mine.signal,
      });
      const text = await response.text();
      if (stopper !== mine) return;
      const took = Math.round(performance.now() - begun);
      if (!response.ok) showProblem(text);
      else if ((response.headers.get('Content-Type') || '').includes('json')) showRows(JSON.parse(text), took);
      else showGraph(text, took);
    } catch (e) {
      if (stopper === mine) showProblem(word(e.name === 'AbortError' ? 'stopped' : 'unreachable'));
    } finally {
      if (stopper === mine) {
        stopper = null;
        stop.hidden = true;
      }
    }
  }

  function showProblem(text) {
    let detail = text;
    try {
      const problem = JSON.parse(text);
      // What the parser of the server quotes, it quotes twice.
      detail = (problem.detail || problem.title || text)
        .replace(/Encountered " (?:"[^"]*"|<\w+>) "([\s\S]*?) ?"" at/, "Encountered '$1' at");
    } catch (e) {
      // It is told in plain text.
    }
    status.textContent = word('failed');
    const box = el('div', {class: 'problem', role: 'alert'}, el('pre', {}, detail));
    result.replaceChildren(box);
    const place = /line (\d+), column (\d+)/i.exec(detail);
    if (place && editor) {
      const line = Number(place[1]) - 1;
      const column = Math.max(0, Number(place[2]) - 1);
      const end = Math.max(column + 1, editor.getDoc().getLine(line) ? editor.getTokenAt({line, ch: column + 1}).end : 1);
      wrong = editor.getDoc().markText({line, ch: column}, {line, ch: end}, {className: 'cm-wrong'});
      box.append(button(word('line', place[1], place[2]), function () {
        editor.getDoc().setCursor({line, ch: column});
        editor.focus();
      }));
    }
  }

  function take(formats) {
    const links = formats.map(([format, name]) => [' ', el('a', {href: address(format), rel: 'nofollow'}, name)]);
    return el('span', {class: 'take'}, word('download'), ...links.flat());
  }

  function showGraph(text, took) {
    status.textContent = word('graph', took);
    views.replaceChildren(take([['ttl', 'Turtle'], ['nt', 'N-Triples'], ['jsonld', 'JSON-LD'], ['rdf', 'RDF/XML']]));
    const cut = text.length > 200000 ? text.slice(0, text.lastIndexOf('\n', 200000)) + '\n…' : text;
    result.replaceChildren(el('pre', {tabindex: '0', 'aria-label': word('table')}, cut));
  }

  function showRows(answer, took) {
    if ('boolean' in answer) {
      status.textContent = '';
      result.replaceChildren(el('p', {class: 'verdict'}, word(answer.boolean ? 'yes' : 'no')));
      return;
    }
    const columns = answer.head.vars;
    const rows = answer.results.bindings;
    status.textContent = rows.length === 0 ? word('none') : word('rows', rows.length, took);
    const kinds = [['table', showTable], ['chart', showChart], ['map', showMap]]
      .filter(([kind]) => kind === 'table' || (kind === 'chart' ? numbers(columns, rows).length > 0 && columns.length > 1
        : places(columns, rows).length > 0));
    const buttons = kinds.map(([kind, show]) => button(word(kind), function (event) {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === event.target));
      show(columns, rows);
    }, {'data-view': kind, 'aria-pressed': String(kind === 'table')}));
    views.replaceChildren(...(buttons.length > 1 ? buttons : []),
      take([['csv', 'CSV'], ['tsv', 'TSV'], ['json', 'JSON'], ['xml', 'XML']]));
    showTable(columns, rows);
  }

  /* ---- Tables ---- */

  const NUMERIC = /#(integer|decimal|double|float|int|long|short|byte|(non)?(negative|positive)\w*|unsigned\w*)$/;

  function number(cell) {
    return cell && cell.type === 'literal' && NUMERIC.test(cell.datatype || '') ? Number(cell.value) : NaN;
  }

  /* Things that are shown here are within reach; others are links out of the site. */
  function link(iri) {
    if (iri.startsWith(base) && /^(id|fact|source|query)\/|^(ontology|dataset)(#|$)/.test(iri.slice(base.length))) {
      const path = '/' + iri.slice(base.length);
      const hash = path.indexOf('#') < 0 ? path.length : path.indexOf('#');
      const lang = form.dataset.language ? '?lang=' + form.dataset.language : '';
      return el('a', {href: path.slice(0, hash) + lang + path.slice(hash)}, shorten(iri).replace(/^<|>$/g, ''));
    }
    const name = shorten(iri).replace(/^<|>$/g, '');
    return /^https?:\/\//.test(iri) ? el('a', {href: iri, rel: 'external nofollow noreferrer'}, name) : name;
  }

  function cell(value) {
    if (!value) return el('td');
    if (value.type === 'uri') return el('td', {}, link(value.value));
    if (value.type === 'bnode') return el('td', {}, '_:' + value.value);
    const made = el('td', Number.isNaN(number(value)) ? {} : {class: 'number'},
      el('bdi', value['xml:lang'] ? {lang: value['xml:lang']} : {}, value.value));
    if (value['xml:lang']) made.append(' ', el('small', {}, value['xml:lang']));
    return made;
  }

  function compare(a, b) {
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    const difference = number(a) - number(b);
    return Number.isNaN(difference) ? a.value.localeCompare(b.value) : difference;
  }

  function showTable(columns, rows) {
    const body = el('tbody');
    let shown = [];
    let order = rows;
    const note = el('p', {class: 'pager'});

    function showMore() {
      const next = order.slice(shown.length, shown.length + MOST);
      shown = shown.concat(next);
      body.append(...next.map((row) => el('tr', {}, ...columns.map((column) => cell(row[column])))));
      note.replaceChildren();
      if (shown.length < order.length) {
        note.append(word('first', shown.length), ' ', button(word('more'), showMore));
      }
    }

    const heads = columns.map(function (column) {
      const head = el('th', {scope: 'col'});
      const sort = el('button', {type: 'button'}, column.replace(/_/g, ' '));
      sort.addEventListener('click', function () {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const each of heads) each.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        order = rows.slice().sort((a, b) => compare(a[column], b[column]) * (down ? -1 : 1));
        shown = [];
        body.replaceChildren();
        showMore();
      });
      head.append(sort);
      return head;
    });
    showMore();
    result.replaceChildren(
      el('div', {class: 'scroll', role: 'region', tabindex: '0', 'aria-label': word('table')},
        el('table', {}, el('thead', {}, el('tr', {}, ...heads)), body)),
      note);
  }

  /* ---- Charts ---- */

  function numbers(columns, rows) {
    // To compare coordinates by length says nothing.
    return columns.filter((column) => !isLatitude(column) && !isLongitude(column) && rows.some((row) => row[column])
      && rows.every((row) => !row[column] || !Number.isNaN(number(row[column]))));
  }

  function name(value) {
    if (!value) return '';
    return value.type === 'uri' ? shorten(value.value).replace(/^<|>$/g, '') : value.value;
  }

  function choice(label, columns, chosen, act) {
    const select = el('select', {}, ...columns.map((column) =>
      el('option', column === chosen ? {value: column, selected: ''} : {value: column}, column.replace(/_/g, ' '))));
    select.addEventListener('change', () => act(select.value));
    return el('label', {}, label + ' ', select);
  }

  function showChart(columns, rows) {
    const values = numbers(columns, rows);
    const names = columns.filter((column) => !values.includes(column)).concat(values);
    let labelled = names[0];
    let valued = values.find((column) => column !== labelled) || values[0];
    const drawing = el('div');
    const redraw = () => drawing.replaceChildren(...chart(rows, labelled, valued, result.clientWidth));
    const axes = el('div', {class: 'axes'},
      choice(word('chart.label'), names, labelled, (column) => { labelled = column; redraw(); }),
      choice(word('chart.value'), values, valued, (column) => { valued = column; redraw(); }));
    result.replaceChildren(axes, drawing);
    redraw();
  }

  function chart(rows, labelled, valued, width) {
    const bars = rows.filter((row) => row[valued]).slice(0, BARS);
    const format = new Intl.NumberFormat(document.documentElement.lang, {maximumFractionDigits: 6});
    const amounts = bars.map((row) => number(row[valued]));
    const low = Math.min(0, ...amounts);
    const high = Math.max(0, ...amounts);
    const side = Math.min(260, width * 0.38);
    const room = Math.max(60, width - side - 90);
    const at = (amount) => side + 8 + (high > low ? (amount - low) / (high - low) * room : 0);
    const height = bars.length * 26 + 8;
    const drawn = svg('svg', {class: 'drawing', viewBox: `0 0 ${width} ${height}`, role: 'img',
      'aria-label': word('chart') + ': ' + labelled + ', ' + valued});
    bars.forEach(function (row, i) {
      const y = i * 26 + 4;
      const from = Math.min(at(0), at(amounts[i]));
      const long = Math.abs(at(amounts[i]) - at(0));
      const full = name(row[labelled]);
      drawn.append(
        svg('text', {x: side, y: y + 15, 'text-anchor': 'end'}, svg('title', {}, full), fitted(full, side)),
        svg('rect', {class: 'bar-of', x: from, y, width: Math.max(long, 1), height: 20, rx: 2}),
        svg('text', {x: Math.max(at(0), at(amounts[i])) + 6, y: y + 15, class: 'faint'}, format.format(amounts[i])));
    });
    drawn.append(svg('line', {class: 'zero', x1: at(0), x2: at(0), y1: 0, y2: height}));
    const rest = rows.filter((row) => row[valued]).length > BARS;
    return rest ? [el('p', {class: 'notice'}, word('first', BARS)), drawn] : [drawn];
  }

  /* About as many characters as there is room for; wide ones count twice. */
  function fitted(text, room) {
    let left = room / 7.4;
    let kept = '';
    for (const character of text) {
      left -= character > '\u2e7f' ? 1.9 : 1;
      if (left < 1) return kept + '…';
      kept += character;
    }
    return kept;
  }

  /* ---- Maps ---- */

  function coordinates(text) {
    return (text.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?\s+-?\d+(\.\d+)?([eE][-+]?\d+)?/g) || [])
      .map((pair) => pair.trim().split(/\s+/).map(Number));
  }

  /* A geometry as well-known text has it: rings and lines in turn, or a point. */
  function geometry(value) {
    const match = /^\s*(?:<([^>]*)>)?\s*(?:MULTI)?(POINT|LINESTRING|POLYGON)\b([\s\S]*)$/i.exec(value);
    if (!match) return null;
    // Only this reference system has the latitude first.
    const turned = /\/4326$/.test(match[1] || '');
    const lines = (match[3].match(/\([^()]+\)/g) || [])
      .map((line) => coordinates(line).map(([x, y]) => (turned ? [y, x] : [x, y])));
    return lines.length === 0 ? null
      : {isPoint: match[2].toUpperCase() === 'POINT', isFilled: match[2].toUpperCase() === 'POLYGON', lines};
  }

  function isLatitude(column) { return /(^|_)lat(itude)?$/i.test(column); }
  function isLongitude(column) { return /(^|_)(lon|lng|long|longitude)$/i.test(column); }

  function places(columns, rows) {
    const wkt = columns.find((column) => rows.some((row) => row[column] && row[column].type === 'literal'
      && geometry(row[column].value)));
    const lat = columns.find(isLatitude);
    const lon = columns.find(isLongitude);
    const named = columns.find((column) => column !== wkt && column !== lat && column !== lon) || wkt;
    return rows.map(function (row) {
      const shape = wkt && row[wkt] ? geometry(row[wkt].value) : null;
      if (shape) return {shape, name: name(row[named])};
      if (!lat || !lon || !row[lat] || !row[lon]) return null;
      const point = [Number(row[lon].value), Number(row[lat].value)];
      return {shape: {isPoint: true, lines: [[point]]}, name: name(row[named])};
    }).filter((place) => place && place.shape.lines.flat()
      .every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)).slice(0, 2000);
  }

  function showMap(columns, rows) {
    const found = places(columns, rows);
    result.replaceChildren(el('p', {class: 'notice'}, word('places', found.length)), map(found, result.clientWidth));
  }

  function bounds(values, least) {
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    const pad = Math.max((high - low) * 0.1, least);
    return [low - pad, high + pad];
  }

  function map(found, width) {
    const points = found.flatMap((place) => place.shape.lines.flat());
    let [west, east] = bounds(points.map((p) => p[0]), 1.5);
    let [south, north] = bounds(points.map((p) => p[1]), 1.5);
    const squeeze = Math.max(0.2, Math.cos((south + north) / 2 * Math.PI / 180));
    const height = Math.min(Math.max((north - south) / ((east - west) * squeeze), 0.4), 0.75) * width;
    const scale = Math.min(width / ((east - west) * squeeze), height / (north - south));
    const wide = (width / scale / squeeze - (east - west)) / 2;
    const high = (height / scale - (north - south)) / 2;
    west -= wide; east += wide; south -= high; north += high;
    const x = (longitude) => (longitude - west) * squeeze * scale;
    const y = (latitude) => (north - latitude) * scale;
    const drawn = svg('svg', {class: 'drawing', viewBox: `0 0 ${width} ${height}`, role: 'img',
      'aria-label': word('map') + ': ' + found.map((place) => place.name).slice(0, 40).join(', ')});
    drawn.append(svg('rect', {class: 'ground', x: 0, y: 0, width, height}));
    graticule(drawn, {west, east, south, north, x, y, width, height});
    const taken = [];
    for (const place of found) draw(drawn, place, x, y, found.length);
    if (found.length <= 80) for (const place of found) label(drawn, place, x, y, taken, width);
    drawn.append(svg('rect', {class: 'frame', x: 0.5, y: 0.5, width: width - 1, height: height - 1}));
    return drawn;
  }

  function graticule(drawn, view) {
    const span = Math.max(view.east - view.west, view.north - view.south);
    const step = [0.5, 1, 2, 5, 10, 15, 30, 45].find((each) => span / each <= 8) || 60;
    const degrees = (value) => String(value).replace('-', '−') + '°';
    for (let at = Math.ceil(view.west / step) * step; at < view.east; at += step) {
      if (Math.abs(at) > 180) continue;
      drawn.append(svg('line', {class: 'grid', x1: view.x(at), x2: view.x(at), y1: 0, y2: view.height}),
        svg('text', {class: 'faint', x: view.x(at) + 3, y: view.height - 5}, degrees(at)));
    }
    for (let at = Math.ceil(view.south / step) * step; at < view.north; at += step) {
      if (Math.abs(at) > 90) continue;
      drawn.append(svg('line', {class: 'grid', x1: 0, x2: view.width, y1: view.y(at), y2: view.y(at)}),
        svg('text', {class: 'faint', x: 4, y: view.y(at) - 4}, degrees(at)));
    }
  }

  function draw(drawn, place, x, y, all) {
    const title = () => svg('title', {}, place.name);
    if (place.shape.isPoint) {
      for (const [[longitude, latitude]] of place.shape.lines) {
        drawn.append(svg('circle', {class: 'place', cx: x(longitude), cy: y(latitude), r: all > 200 ? 4 : 6}, title()));
      }
      return;
    }
    const path = place.shape.lines
      .map((line) => 'M' + line.map(([a, b]) => x(a).toFixed(1) + ' ' + y(b).toFixed(1)).join('L')).join('');
    drawn.append(svg('path', place.shape.isFilled ? {class: 'shape', d: path + 'Z', 'fill-rule': 'evenodd'}
      : {class: 'frame', d: path}, title()));
  }

  /* A name is left out where it would lie over another; the table has all. */
  function label(drawn, place, x, y, taken, width) {
    const [longitude, latitude] = place.shape.lines[0][0];
    const text = fitted(place.name, 200);
    const long = [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 13.5 : 7.4), 0);
    const isLeft = x(longitude) + 10 + long > width;
    const left = isLeft ? x(longitude) - 10 - long : x(longitude) + 10;
    const box = [left, y(latitude) - 9, left + long, y(latitude) + 9];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
    taken.push(box);
    drawn.append(svg('text', {class: 'halo', x: isLeft ? x(longitude) - 10 : left, y: y(latitude) + 4,
      'text-anchor': isLeft ? 'end' : 'start'}, text));
  }

  /* ---- Beginning ---- */

  const editor = makeEditor();
  document.getElementById('format').hidden = true;
  document.getElementById('keys').hidden = false;
  document.getElementById('run').after(stop);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    run();
  });
  addCopiers();
  addFilter();
  updateCommands();
  fetch(form.dataset.terms, {credentials: 'omit'})
    .then((response) => response.json())
    .then((read) => { terms = read; })
    .catch(() => {})
    .then(() => {
      form.dataset.ready = 'true';
      if (form.dataset.run === 'true') run();
    });
})();
