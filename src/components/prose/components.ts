/** What authors may use in MDX, by name. */
import Contrast from './Contrast.astro';
import Do from './Do.astro';
import Dont from './Dont.astro';
import Form from './Form.astro';
import Note from './Note.astro';
import Regulation from './Regulation.astro';
import Say from './Say.astro';
import Template from './Template.astro';
import Term from './Term.astro';

export const proseComponents = {
  Step: Note,
  Duty: Note,
  Point: Note,
  Rule: Note,
  Contrast,
  Do,
  Dont,
  Say,
  Form,
  Regulation,
  Template,
  Term,
};
