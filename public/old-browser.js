// Says so where a browser is too old for the checklist. ES5, not touched by the build: 360's 兼容模式 is Internet Explorer.
// Chromium has replaceChildren from 86 on, Firefox from 78, Safari from 14.
;(function () {
  var note = document.getElementById('too-old')
  var isNew = window.indexedDB && 'replaceChildren' in Element.prototype
  if (note && !isNew) note.removeAttribute('hidden')
})()
