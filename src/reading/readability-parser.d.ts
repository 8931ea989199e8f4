// The parser that @mozilla/readability 0.6 brings for itself: a light tree with what Readability asks of a document. It has no types.
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** Of well-formed XML; what is not is read as far as it can be. */
    parse(xml: string): Document;
  }
}
