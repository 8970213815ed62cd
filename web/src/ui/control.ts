/** What `Field` hands to the control inside it: the id and the attributes that tie label, hint and error to it. */
export interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}
