export {
  dayAfter,
  dayBefore,
  dayHasCome,
  heldIn,
  heldInto,
  ownershipToEnd,
  type Holding,
  type HomeHeld,
  type LeaseOfHome,
} from './home';
export { papersSeen } from './papers';
export { knownPerson, newPerson, onePerson, personOf } from './person';
export { tellDepartments } from './tell';
