/** What the engine must know of a statement before it runs it. */
export interface Statement {
  /** Without the semicolon and the white space at the end. */
  readonly text: string;
  readonly kind: "select" | "insert" | "other";
  /** The output format (of an INSERT: the format of its data), where the text ends with `FORMAT name`. */
  readonly format: string | undefined;
  /** Where a second statement begins, if one does. */
  readonly second: number | undefined;
  /** An INSERT whose data follow in the text: chDB would run what comes after their first blank line as SQL. */
  readonly inlineData: boolean;
}

/** Reads just enough of a statement to know its kind and that it is only one. */
export function readStatement(sql: string): Statement {
  const { words, semicolons, end } = scan(sql);
  const second = semicolons.find((at) => at < end);
  const text = sql.slice(0, semicolons.find((at) => at >= end) ?? sql.length).trim();
  const format = /\bFORMAT\s+(\w+)$/i.exec(text)?.[1];
  const kind = kindOf(text, words);
  const inlineData = kind === "insert" && hasData(words.slice(words.indexOf("INSERT")), format);
  return { text, kind, format, second, inlineData };
}

/** Whether anything follows `FORMAT name`, where it stands in the place of a SELECT. */
function hasData(words: readonly string[], format: string | undefined): boolean {
  const source = words.findIndex((word) => ["SELECT", "WITH", "VALUES", "FROM", "FORMAT"].includes(word));
  return words[source] === "FORMAT" && (source !== words.length - 2 || format === undefined);
}

function kindOf(text: string, words: readonly string[]): Statement["kind"] {
  const first = words[0];
  if (first === "INSERT" || (first === "WITH" && words.includes("INSERT"))) return "insert";
  return first === "SELECT" || first === "WITH" || text.startsWith("(") ? "select" : "other";
}

interface Scanned {
  /** The bare words outside brackets, quotes and comments, in capitals. */
  readonly words: readonly string[];
  readonly semicolons: readonly number[];
  /** Where the last thing that is neither white space, comment nor semicolon ends. */
  readonly end: number;
}

/** Follows ClickHouse's lexer: quotes with backslashes, curly quotes, heredocs and three kinds of comments. */
const TOKEN =
  /(?<space>\s+|--[^\n]*|#[ !][^\n]*|\/\*[^]*?(?:\*\/|$))|(?<quote>'(?:\\[^]|[^'\\])*'?|"(?:\\[^]|[^"\\])*"?|`(?:\\[^]|[^`\\])*`?|‘[^’]*’?|“[^”]*”?|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$)|(?<word>[A-Za-z_]\w*)|(?<other>[^])/gy;

function scan(sql: string): Scanned {
  const words: string[] = [];
  const semicolons: number[] = [];
  let end = 0;
  let depth = 0;
  for (const token of sql.matchAll(TOKEN)) {
    const { space, word, other } = token.groups ?? {};
    if (space !== undefined) continue;
    if (other === ";") {
      semicolons.push(token.index);
      continue;
    }
    if (other === "(" || other === "[") depth++;
    if (other === ")" || other === "]") depth--;
    if (word !== undefined && depth === 0) words.push(word.toUpperCase());
    end = token.index + token[0].length;
  }
  return { words, semicolons, end };
}
