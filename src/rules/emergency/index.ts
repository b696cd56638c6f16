export { hazardWords, outsidePartyWords } from './hazards';
export { matchEmergency } from './match';
export { isUsableExclusion, isUsableWord } from './usable';
export { HAZARDS, type EmergencyHit, type EmergencyQuestion, type EmergencyRule, type Hazard } from './types';
