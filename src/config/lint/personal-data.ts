/**
 * Endings of column names that stand for personal data, by what they hold. Words are parted by `_` here and may be
 * written together in a column's name; an optional word is in parentheses.
 */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'a national id number': [
    'ssn',
    'social_security',
    'social_insurance',
    'national_insurance',
    'national_id',
    'national_identifier',
    'nin',
    'nino',
    'identity_card',
    'id_card_number',
    'identity_number',
    'personal_id',
    'personal_code',
    'taxpayer_id',
    'taxpayer_identification',
    'tax_identification',
    'tax_id_number',
    'aadhaar',
    'aadhar',
    'cpf',
    'pesel',
    'bsn',
    'curp',
    'codice_fiscale',
    'personnummer',
    'fodselsnummer',
    'steueridentifikationsnummer',
  ],
  'a passport number': ['passport', 'passport_id'],
  'a driving licence number': [
    'driver_licen[cs]e',
    'drivers_licen[cs]e',
    'driving_licen[cs]e',
    'driver_licen[cs]e_id',
  ],
  'an e-mail address': ['email', 'emails', 'e_mail', 'mail_address', 'courriel', 'correo_electronico'],
  'a phone number': [
    'phone',
    'phones',
    'telephone',
    'tel',
    'cell_phone',
    'mobile',
    'msisdn',
    'fax',
    'telefon',
    'telefono',
    'telefonnummer',
  ],
  'a birth date': [
    'dob',
    'date_of_birth',
    'birth_date',
    'birthday',
    'birth_day',
    'year_of_birth',
    'birth_year',
    'born_on',
    'geburtsdatum',
    'date_naissance',
    'date_de_naissance',
    'fecha_nacimiento',
    'fecha_de_nacimiento',
  ],
  'a card number': ['credit_card', 'debit_card', 'card_number', 'card_no', 'cc_number', 'ccn', 'card_pan'],
  'a card’s security code': ['cvv', 'cvc', 'cvv2', 'cvc2', 'card_pin', 'card_security_code'],
  'a bank account': ['iban', 'bank_account', 'routing_number'],
  'a password': [
    'password',
    'passwd',
    'pwd',
    'passphrase',
    'password_hash',
    'password_digest',
    'password_salt',
    'hashed_password',
    'encrypted_password',
    'passcode',
  ],
  'a credential': [
    'api_key',
    'secret_key',
    'private_key',
    'secret',
    '(?:access|refresh|auth|session|api|bearer|reset|password|confirmation|remember)_token',
  ],
  'a person’s name': [
    'first_name',
    'last_name',
    'full_name',
    'surname',
    'given_name',
    'family_name',
    'maiden_name',
    'middle_name',
    'vorname',
    'nachname',
    'prenom',
    'apellido',
    'apellidos',
  ],
  'a postal address': [
    'street',
    'street_address',
    'home_address',
    'postal_address',
    'mailing_address',
    'shipping_address',
    'billing_address',
    'delivery_address',
    'residential_address',
    'address_line',
    'strasse',
  ],
  'an IP address': ['ip_address', 'ip_addr', '(?:client|remote|user|login|sign_in)_ip'],
  'health data': [
    'diagnosis',
    'blood_type',
    'blood_group',
    'medical_record',
    'mrn',
    'disability',
    'health_insurance',
    'allergies',
  ],
  'a special category of personal data': [
    'ethnicity',
    'religion',
    'sexual_orientation',
    'political_opinion',
    'political_affiliation',
    'trade_union',
  ],
  'a salary': ['salary', 'wage', 'annual_income'],
};

/** Words after the ending that leave it what it is: `phone_number`, `email_lower`, `address_line_2`. */
const AFTER =
  'number|no|nr|num|addr|address|encrypted|enc|plain|plaintext|raw|clear|normali[sz]ed|lower|canonical|primary|secondary|alternate|other|home|work|business|mobile|private|old|new|previous|current|value|text|e164|\\d+';

/** Words at the beginning that make a truth value or a count of it: `has_phone`, `num_emails`. */
const ABOUT =
  /^(?:is|has|had|can|may|should|was|wants|allow|allows|send|show|hide|use|uses|require|requires|num|count|total|nb)_/;

const KINDS: readonly (readonly [name: RegExp, kind: string])[] = Object.entries(ENDINGS).map(
  ([kind, endings]) => {
    const written = endings.map((ending) => ending.replaceAll('_', '_?')).join('|');
    return [new RegExp(`(?:^|_)(?:${written})(?:_?(?:${AFTER}))*$`), kind];
  },
);

/**
 * What personal data a column holds, judged by its name alone: `a phone number`; `undefined` where the name says nothing of the
 * kind. The name's last words decide, so that `email_verified`, `phone_count` and `card_type` are not taken for what they
 * are about. Any spelling does: `dateOfBirth`, `DATE-OF-BIRTH`, `dateofbirth`.
 */
export function looksPersonal(columnName: string): string | undefined {
  const words = columnName
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return ABOUT.test(words) ? undefined : KINDS.find(([name]) => name.test(words))?.[1];
}
