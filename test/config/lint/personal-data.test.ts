import { describe, expect, it } from 'vitest';
import { looksPersonal } from '../../../src/config/lint/personal-data.ts';

const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  'a national id number': [
    'ssn',
    'SSN',
    'customer_ssn',
    'social_security_number',
    'SocialSecurityNo',
    'national_id',
    'nationalInsuranceNumber',
    'aadhaar_number',
  ],
  'a passport number': ['passport', 'passport_no', 'passportNumber'],
  'a driving licence number': ['drivers_license_number', 'driver_licence', 'drivingLicence'],
  'an e-mail address': [
    'email',
    'e_mail',
    'eMail',
    'E-Mail',
    'emailAddress',
    'email_lower',
    'contact_email_2',
    'Émail',
  ],
  'a phone number': [
    'phone',
    'phone_number',
    'phonenumber',
    'mobile',
    'work_phone_1',
    'telefon',
    'tel',
    'fax_no',
  ],
  'a birth date': ['dob', 'date_of_birth', 'dateOfBirth', 'birthdate', 'Birthday', 'year_of_birth'],
  'a card number': ['credit_card_number', 'creditCard', 'cc_number', 'card_no', 'cardnumber'],
  'a card’s security code': ['cvv', 'card_cvc', 'cvv2'],
  'a bank account': ['iban', 'customer_iban', 'bank_account_number', 'bankAccount'],
  'a password': ['password', 'password_hash', 'passwordHash', 'hashed_password', 'encrypted_password', 'pwd'],
  'a credential': ['api_key', 'refresh_token', 'reset_password_token', 'client_secret', 'private_key'],
  'a person’s name': ['first_name', 'lastName', 'surname', 'fullname', 'vorname', 'prénom'],
  'a postal address': ['street', 'address_line1', 'address_line_2', 'shipping_address', 'homeAddress'],
  'an IP address': ['ip_address', 'last_sign_in_ip', 'client_ip'],
  'health data': ['diagnosis', 'blood_type', 'medical_record_number'],
  'a special category of personal data': ['religion', 'ethnicity'],
  'a salary': ['salary', 'base_salary'],
};

const ORDINARY = [
  'id',
  'order_id',
  'customer_id',
  'email_verified',
  'email_verified_at',
  'email_count',
  'email_template_id',
  'email_sent_at',
  'is_email',
  'has_phone',
  'phone_count',
  'phone_type',
  'num_phones',
  'mobile_enabled',
  'card_type',
  'credit_card_id',
  'card_last4_shown',
  'password_changed_at',
  'password_required',
  'passport_required',
  'secretary',
  'birth_country',
  'product_name',
  'name',
  'username_style',
  'hotel',
  'title',
  'zip',
  'ip',
  'ship_ip_count',
  'token_count',
  'description',
  'nine',
  'feminine',
  'dobermann',
  'wages_currency',
  'tax_id',
  'shipping_address_id',
  'salary_currency',
  'status',
  'created_at',
  'updated_at',
  '',
  '_',
  '日本',
];

describe('looksPersonal', () => {
  it.each(Object.entries(PERSONAL))('knows %s in several spellings', (kind, names) => {
    expect(names.map((name) => [name, looksPersonal(name)])).toEqual(names.map((name) => [name, kind]));
  });

  it('takes no name for personal data that is only about it', () => {
    expect(ORDINARY.filter((name) => looksPersonal(name) !== undefined)).toEqual([]);
  });
});
