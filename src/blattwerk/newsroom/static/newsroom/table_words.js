// The table editor's menu in German. Handsontable, which Wagtail brings, knows its German name but
// not its words, and complains in the console.
(() => {
  const words = {
    languageCode: "de-DE",
    "ContextMenu:items.noItems": "Keine Aktionen",
    "ContextMenu:items.insertRowAbove": "Zeile darüber einfügen",
    "ContextMenu:items.insertRowBelow": "Zeile darunter einfügen",
    "ContextMenu:items.insertColumnOnTheLeft": "Spalte links einfügen",
    "ContextMenu:items.insertColumnOnTheRight": "Spalte rechts einfügen",
    "ContextMenu:items.removeRow": ["Zeile löschen", "Zeilen löschen"],
    "ContextMenu:items.removeColumn": ["Spalte löschen", "Spalten löschen"],
    "ContextMenu:items.undo": "Rückgängig",
    "ContextMenu:items.redo": "Wiederholen",
    "ContextMenu:items.copy": "Kopieren",
    "ContextMenu:items.cut": "Ausschneiden",
    "ContextMenu:items.align": "Ausrichtung",
  };
  let editor = window.Handsontable;
  const teach = () => editor?.languages?.registerLanguageDictionary(words);
  if (editor) {
    teach();
    return;
  }
  Object.defineProperty(window, "Handsontable", {
    configurable: true,
    get: () => editor,
    set: (loaded) => {
      editor = loaded;
      teach();
    },
  });
})();
