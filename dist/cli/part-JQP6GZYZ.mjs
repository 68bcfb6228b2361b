import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  init_node_20_polyfills
} from "./part-KSWFSZFM.mjs";

// src/report/foreign-text.ts
init_node_20_polyfills();
var LINE_END = /\r\n|\r|\n/;
var UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function splitLines(text) {
  return text.split(LINE_END);
}
function printable(text) {
  return splitLines(text).map((line) => line.replace(UNPRINTABLE, escapeCharacter)).join("\n");
}
function printableLine(text) {
  return printable(text).replaceAll("\n", " ");
}
function withoutCommands(text) {
  return printable(text).split("\n").map((line) => line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "## [")).join("\n");
}
function escapeCharacter(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/config/did-you-mean.ts
init_node_20_polyfills();
function nearestWord(word, candidates) {
  const wanted = fold(word);
  let nearest;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate));
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from.charAt(row - 1) === to.charAt(column - 1);
      const swapped = row > 1 && from.charAt(row - 1) === to.charAt(column - 2) && from.charAt(row - 2) === to.charAt(column - 1);
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
        )
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}
function fold(word) {
  return word.toLowerCase().replaceAll("-", "_");
}

// src/config/lint/personal-data.ts
init_node_20_polyfills();
var ENDINGS = {
  "a national id number": [
    "ssn",
    "social_security",
    "social_insurance",
    "national_insurance",
    "national_id",
    "national_identifier",
    "nin",
    "nino",
    "identity_card",
    "id_card_number",
    "identity_number",
    "personal_id",
    "personal_code",
    "taxpayer_id",
    "taxpayer_identification",
    "tax_identification",
    "tax_id_number",
    "aadhaar",
    "aadhar",
    "cpf",
    "pesel",
    "bsn",
    "curp",
    "codice_fiscale",
    "personnummer",
    "fodselsnummer",
    "steueridentifikationsnummer"
  ],
  "a passport number": ["passport", "passport_id"],
  "a driving licence number": [
    "driver_licen[cs]e",
    "drivers_licen[cs]e",
    "driving_licen[cs]e",
    "driver_licen[cs]e_id"
  ],
  "an e-mail address": ["email", "emails", "e_mail", "mail_address", "courriel", "correo_electronico"],
  "a phone number": [
    "phone",
    "phones",
    "telephone",
    "tel",
    "cell_phone",
    "mobile",
    "msisdn",
    "fax",
    "telefon",
    "telefono",
    "telefonnummer"
  ],
  "a birth date": [
    "dob",
    "date_of_birth",
    "birth_date",
    "birthday",
    "birth_day",
    "year_of_birth",
    "birth_year",
    "born_on",
    "geburtsdatum",
    "date_naissance",
    "date_de_naissance",
    "fecha_nacimiento",
    "fecha_de_nacimiento"
  ],
  "a card number": ["credit_card", "debit_card", "card_number", "card_no", "cc_number", "ccn", "card_pan"],
  "a card’s security code": ["cvv", "cvc", "cvv2", "cvc2", "card_pin", "card_security_code"],
  "a bank account": ["iban", "bank_account", "routing_number"],
  "a password": [
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "password_hash",
    "password_digest",
    "password_salt",
    "hashed_password",
    "encrypted_password",
    "passcode"
  ],
  "a credential": [
    "api_key",
    "secret_key",
    "private_key",
    "secret",
    "(?:access|refresh|auth|session|api|bearer|reset|password|confirmation|remember)_token"
  ],
  "a person’s name": [
    "first_name",
    "last_name",
    "full_name",
    "surname",
    "given_name",
    "family_name",
    "maiden_name",
    "middle_name",
    "vorname",
    "nachname",
    "prenom",
    "apellido",
    "apellidos"
  ],
  "a postal address": [
    "street",
    "street_address",
    "home_address",
    "postal_address",
    "mailing_address",
    "shipping_address",
    "billing_address",
    "delivery_address",
    "residential_address",
    "address_line",
    "strasse"
  ],
  "an IP address": ["ip_address", "ip_addr", "(?:client|remote|user|login|sign_in)_ip"],
  "health data": [
    "diagnosis",
    "blood_type",
    "blood_group",
    "medical_record",
    "mrn",
    "disability",
    "health_insurance",
    "allergies"
  ],
  "a special category of personal data": [
    "ethnicity",
    "religion",
    "sexual_orientation",
    "political_opinion",
    "political_affiliation",
    "trade_union"
  ],
  "a salary": ["salary", "wage", "annual_income"]
};
var AFTER = "number|no|nr|num|addr|address|encrypted|enc|plain|plaintext|raw|clear|normali[sz]ed|lower|canonical|primary|secondary|alternate|other|home|work|business|mobile|private|old|new|previous|current|value|text|e164|\\d+";
var ABOUT = /^(?:is|has|had|can|may|should|was|wants|allow|allows|send|show|hide|use|uses|require|requires|num|count|total|nb)_/;
var KINDS = Object.entries(ENDINGS).map(
  ([kind, endings]) => {
    const written = endings.map((ending) => ending.replaceAll("_", "_?")).join("|");
    return [new RegExp(`(?:^|_)(?:${written})(?:_?(?:${AFTER}))*$`), kind];
  }
);
function looksPersonal(columnName) {
  const words = columnName.normalize("NFD").replace(new RegExp("\\p{Mn}", "gu"), "").replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
  return ABOUT.test(words) ? void 0 : KINDS.find(([name]) => name.test(words))?.[1];
}

export {
  printable,
  printableLine,
  withoutCommands,
  nearestWord,
  looksPersonal
};
