/** A web archive is not what it says of itself from here on: a length, a packing. The message says where, without its full stop. */
export class WarcDamaged extends Error {
  override readonly name = 'WarcDamaged';
}
