// docx for Node.js: node word_docx_npm.mjs MODULES field|pages FOLDER FILE.json …
// MODULES has node_modules with docx. The chart is Word's own. "field": Word fills in the contents when it opens the
// file. "pages": the library lays out the document and fills in the contents with page numbers.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [modules, contents, folder, ...files] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "package.json"));
const {
  AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell,
  TableOfContents, TableRow, TextRun, WidthType,
} = require("docx");
const { ChartRun } = require("docx/charts");
const filled = contents === "pages"
  ? { pageNumbers: require("docx/layout").estimatePageNumbers }
  : { features: { updateFields: true } };

const FONT = "Arial";
const MARGIN = 1417;

const runs = (given) => given.map(([text, bold, italics]) => new TextRun({ text, bold, italics }));

function cell(text, width, bold, right) {
  const words = new TextRun({ text, size: 21, bold });
  const paragraph = new Paragraph({ alignment: right ? AlignmentType.RIGHT : undefined, children: [words] });
  return new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children: [paragraph] });
}

function table(rows, widths, head) {
  const row = (texts, at) => new TableRow({
    tableHeader: head && at === 0,
    children: texts.map((text, place) =>
      cell(text, widths[place], head ? at === 0 : place === 0, head && place > 0 && place < texts.length - 1)),
  });
  const columnWidths = widths.map((width) => Math.round(9070 * width / 100));
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths, rows: rows.map(row) });
}

function chart(block) {
  return new ChartRun({
    type: "column", title: block.title, categories: block.categories,
    series: [{ name: block.series, values: block.values }],
    dataLabels: { value: true }, description: block.alt, transformation: { width: 600, height: 300 },
  });
}

function numbered(block, instance) {
  const numbering = { reference: `from${block.start}`, level: 0, instance };
  return block.items.map((item) => new Paragraph({ children: runs(item), numbering }));
}

function body(block, number) {
  switch (block.kind) {
    case "title": return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE })];
    case "page_break": return [new Paragraph({ children: [new PageBreak()] })];
    case "contents": return [
      new Paragraph({ text: block.title, style: "TOCHeading" }),
      new TableOfContents(block.title, { hyperlink: true, headingStyleRange: "1-2" }),
    ];
    case "heading": return [new Paragraph({
      text: block.text, heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    })];
    case "paragraph": return [new Paragraph({ children: runs(block.runs) })];
    case "bullets": return block.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
    case "numbered": return numbered(block, number);
    case "cover": return [table(block.rows, [30, 70], false), new Paragraph("")];
    case "table": return [
      new Paragraph({ text: block.caption, style: "Caption" }),
      table([block.header, ...block.rows], block.widths, true),
      new Paragraph(""),
    ];
    case "chart": return [
      new Paragraph({ children: [chart(block)] }),
      new Paragraph({ text: block.title, style: "Caption" }),
    ];
  }
  throw new Error(block.kind);
}

function styles() {
  return {
    default: {
      document: { run: { font: FONT, size: 24 }, paragraph: { spacing: { after: 120 } } },
      title: { run: { font: FONT, size: 44 } },
      heading1: { run: { font: FONT, size: 32, bold: true } },
      heading2: { run: { font: FONT, size: 26, bold: true } },
    },
    paragraphStyles: [
      { id: "TOCHeading", name: "TOC Heading", basedOn: "Normal", run: { size: 32, bold: true } },
      { id: "Caption", name: "Caption", basedOn: "Normal", run: { size: 20, bold: true } },
    ],
  };
}

function numbering(blocks) {
  const starts = [...new Set(blocks.filter((block) => block.kind === "numbered").map((block) => block.start))];
  const style = { paragraph: { indent: { left: 720, hanging: 360 } } };
  return {
    config: starts.map((start) => ({
      reference: `from${start}`,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, start, text: "%1.", style }],
    })),
  };
}

function document(given) {
  const foot = new TextRun({ children: ["Page ", PageNumber.CURRENT] });
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  return new Document({
    title: given.title, creator: given.author, ...filled, styles: styles(), numbering: numbering(given.blocks),
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [foot] })] }) },
      children: given.blocks.flatMap(body),
    }],
  });
}

for (const [number, file] of files.entries()) {
  const given = JSON.parse(fs.readFileSync(file));
  fs.writeFileSync(path.join(folder, `${number}.docx`), await Packer.toBuffer(document(given)));
}
