//! Catalogues whose every text is an attack on markup, made from the schema: a field
//! that is added to the model is attacked without anybody thinking of it.

use catalogue::model::Document;
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../../../data/catalogue.schema.json");

/// What would leave the place where a text stands, if it were written as it is.
pub const PAYLOADS: [&str; 18] = [
    "</title><meta http-equiv=refresh content='0;url=https://example.org/'>",
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "\" autofocus onfocus=alert(1) x=\"",
    "javascript:alert(1)",
    "<!--<script>",
    "-->",
    "]]><a href=https://example.org/>x</a>",
    "</textarea></style></noscript></template><iframe src=https://example.org/></iframe>",
    "<base href=https://example.org/>",
    "&lt;b&gt;&#60;i&#62;&amp;",
    "{{constructor.constructor('alert(1)')()}}${alert(1)}",
    "\u{2028}alert(1)\u{2029}//",
    "\u{202e}\u{2066}\u{200f}drawkcab",
    "=HYPERLINK(\"https://example.org\")",
    "<\u{0}script>\u{1b}[2J\u{7}\u{85}\u{fffe}",
    "\\\"`</head></body></html><body onload=alert(1)>",
];

/// An address that links may have and that looks like markup all the same.
pub const ADDRESS: &str = "https://example.org/%22%3E%3Cb%3E?a=b&lt;c&copy=1&amp;d#javascript:(1)";

/// A catalogue in which `text` gives every text.
pub fn catalogue(text: &dyn Fn() -> String) -> String {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut document = Maker { schema: &schema, text }.make(&schema);
    // Two projects are a list, and are related.
    let mut second = document["projects"][0].clone();
    second["slug"] = json!("b-slug");
    document["projects"].as_array_mut().unwrap().push(second);
    // What does not take a hostile text is an address, or a fault of this test.
    loop {
        let parsed: Document = serde_json::from_value(document.clone()).unwrap();
        let Err(error) = parsed.validate() else { break };
        assert!(error.message.contains("is not a web address"), "{error}");
        let pointer =
            format!("/{}", error.path.replace('[', "/").replace(']', "").replace('.', "/"));
        *document.pointer_mut(&pointer).unwrap() = json!(ADDRESS);
    }
    document.to_string()
}

struct Maker<'a> {
    schema: &'a Value,
    text: &'a dyn Fn() -> String,
}

#[expect(clippy::panic, reason = "a test that cannot go on has failed")]
impl Maker<'_> {
    fn make(&self, schema: &Value) -> Value {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return self.named(name, &self.schema["$defs"][name]);
        }
        for choice in ["anyOf", "oneOf"] {
            if let Some(choices) = schema[choice].as_array() {
                let known = choices.iter().find(|one| one["type"] != "null").unwrap();
                return self.make(known);
            }
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return values[0].clone();
        }
        let kinds = match &schema["type"] {
            Value::Array(kinds) => kinds.clone(),
            kind => vec![kind.clone()],
        };
        match kinds[0].as_str().unwrap() {
            "object" => {
                let fields = schema["properties"].as_object().unwrap();
                let fields = fields.iter().map(|(name, field)| (name.clone(), self.make(field)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            "array" => json!([self.make(&schema["items"])]),
            "string" => json!((self.text)()),
            "integer" | "number" => json!(7),
            "boolean" => json!(true),
            other => panic!("{other} is a kind of value that this test does not know"),
        }
    }

    /// Types that are a text with rules of their own.
    fn named(&self, name: &str, schema: &Value) -> Value {
        if schema.get("pattern").is_none() {
            return self.make(schema);
        }
        match name {
            "Slug" => json!("a-slug"),
            "Date" => json!("2024-02-29"),
            "Country" => json!("NL"),
            "Language" => json!("en"),
            _ => panic!("{name} is a type that this test does not know"),
        }
    }
}

/// All attacks in one text, from the one with this number on.
pub fn attacks_from(first: usize) -> String {
    (0..PAYLOADS.len())
        .map(|n| PAYLOADS[(first + n) % PAYLOADS.len()])
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text of the same shape: as long, with blanks where the other has some.
pub fn innocent(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { 'x' }).collect()
}
