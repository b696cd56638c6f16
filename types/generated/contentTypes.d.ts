import type { Schema, Struct } from '@strapi/strapi';

export interface AdminApiToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_tokens';
  info: {
    description: '';
    displayName: 'Api Token';
    name: 'Api Token';
    pluralName: 'api-tokens';
    singularName: 'api-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    adminPermissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    adminUserOwner: Schema.Attribute.Relation<'manyToOne', 'admin::user'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    encryptedKey: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    expiresAt: Schema.Attribute.DateTime;
    kind: Schema.Attribute.Enumeration<['content-api', 'admin']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'content-api'>;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.Enumeration<['read-only', 'full-access', 'custom']> &
      Schema.Attribute.DefaultTo<'read-only'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminApiTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_token_permissions';
  info: {
    description: '';
    displayName: 'API Token Permission';
    name: 'API Token Permission';
    pluralName: 'api-token-permissions';
    singularName: 'api-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminPermission extends Struct.CollectionTypeSchema {
  collectionName: 'admin_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'Permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    actionParameters: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    apiToken: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    conditions: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<[]>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::permission'> & Schema.Attribute.Private;
    properties: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'admin::role'>;
    subject: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminRole extends Struct.CollectionTypeSchema {
  collectionName: 'admin_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'Role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::role'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'manyToMany', 'admin::user'>;
  };
}

export interface AdminSession extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_sessions';
  info: {
    description: 'Session Manager storage';
    displayName: 'Session';
    name: 'Session';
    pluralName: 'sessions';
    singularName: 'session';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
    i18n: {
      localized: false;
    };
  };
  attributes: {
    absoluteExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    childId: Schema.Attribute.String & Schema.Attribute.Private;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deviceId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    expiresAt: Schema.Attribute.DateTime & Schema.Attribute.Required & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::session'> & Schema.Attribute.Private;
    metadata: Schema.Attribute.JSON & Schema.Attribute.Private;
    origin: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    sessionId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique;
    status: Schema.Attribute.String & Schema.Attribute.Private;
    type: Schema.Attribute.String & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    userId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
  };
}

export interface AdminTransferToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_tokens';
  info: {
    description: '';
    displayName: 'Transfer Token';
    name: 'Transfer Token';
    pluralName: 'transfer-tokens';
    singularName: 'transfer-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    expiresAt: Schema.Attribute.DateTime;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminTransferTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_token_permissions';
  info: {
    description: '';
    displayName: 'Transfer Token Permission';
    name: 'Transfer Token Permission';
    pluralName: 'transfer-token-permissions';
    singularName: 'transfer-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::transfer-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminUser extends Struct.CollectionTypeSchema {
  collectionName: 'admin_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'User';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    apiTokens: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private;
    blocked: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    firstname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    isActive: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    lastname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::user'> & Schema.Attribute.Private;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    preferedLanguage: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    registrationToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordTokenExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    roles: Schema.Attribute.Relation<'manyToMany', 'admin::role'> & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String;
  };
}

export interface ApiActivityActivity extends Struct.CollectionTypeSchema {
  collectionName: 'activities';
  info: {
    description: '';
    displayName: 'Activity';
    pluralName: 'activities';
    singularName: 'activity';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    action: Schema.Attribute.String & Schema.Attribute.Required;
    actorId: Schema.Attribute.String;
    actorKind: Schema.Attribute.String;
    actorName: Schema.Attribute.String;
    caseId: Schema.Attribute.String & Schema.Attribute.Required;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    changes: Schema.Attribute.JSON;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer;
    fromStage: Schema.Attribute.String;
    hash: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::activity.activity'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text;
    occurredAt: Schema.Attribute.DateTime;
    prevHash: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    recordedAt: Schema.Attribute.DateTime;
    rules: Schema.Attribute.String;
    seq: Schema.Attribute.Integer & Schema.Attribute.Required;
    toStage: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    via: Schema.Attribute.String;
  };
}

export interface ApiArchiveFileArchiveFile extends Struct.CollectionTypeSchema {
  collectionName: 'archive_files';
  info: {
    description: '';
    displayName: 'Archive file';
    pluralName: 'archive-files';
    singularName: 'archive-file';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    archiveClass: Schema.Attribute.Enumeration<
      ['owner', 'property', 'engineering', 'contract', 'other_papers']
    >;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    filedAt: Schema.Attribute.DateTime;
    keeper: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::archive-file.archive-file'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    owner: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['in_archive', 'withdrawn_from_archive']>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    withdrawReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface ApiArchiveLoanArchiveLoan extends Struct.CollectionTypeSchema {
  collectionName: 'archive_loans';
  info: {
    description: '';
    displayName: 'Archive loan';
    pluralName: 'archive-loans';
    singularName: 'archive-loan';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    borrower: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    borrowerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    dueAt: Schema.Attribute.DateTime;
    file: Schema.Attribute.Relation<'manyToOne', 'api::archive-file.archive-file'>;
    keeper: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    lentAt: Schema.Attribute.DateTime;
    loanKind: Schema.Attribute.Enumeration<['borrow', 'consult']>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::archive-loan.archive-loan'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    returnedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['consulted', 'on_loan', 'returned']>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiBuildingBuilding extends Struct.CollectionTypeSchema {
  collectionName: 'buildings';
  info: {
    description: '';
    displayName: 'Building';
    pluralName: 'buildings';
    singularName: 'building';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    aliases: Schema.Attribute.JSON;
    basementFloors: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
          min: 0;
        },
        number
      >;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'> & Schema.Attribute.Required;
    communityCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    completedOn: Schema.Attribute.Date;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    entrances: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
    floors: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 200;
          min: 0;
        },
        number
      >;
    lifts: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::building.building'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    steward: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    units: Schema.Attribute.Relation<'oneToMany', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    use: Schema.Attribute.Enumeration<['residential', 'commercial', 'mixed', 'parking', 'facility']> &
      Schema.Attribute.DefaultTo<'residential'>;
  };
}

export interface ApiCategoryCategory extends Struct.CollectionTypeSchema {
  collectionName: 'categories';
  info: {
    description: '';
    displayName: 'Category';
    pluralName: 'categories';
    singularName: 'category';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    aliases: Schema.Attribute.JSON & Schema.Attribute.CustomField<'global::names'>;
    children: Schema.Attribute.Relation<'oneToMany', 'api::category.category'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    defaultUrgency: Schema.Attribute.Enumeration<['ordinary', 'urgent']> &
      Schema.Attribute.DefaultTo<'ordinary'>;
    department: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    groupDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      >;
    groupHouseholds: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1000;
          min: 0;
        },
        number
      >;
    kind: Schema.Attribute.Enumeration<
      ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service']
    >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::category.category'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    nature: Schema.Attribute.Enumeration<['general', 'leak', 'safety_facility']> &
      Schema.Attribute.DefaultTo<'general'>;
    parent: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    publishedAt: Schema.Attribute.DateTime;
    repeatDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 0;
        },
        number
      >;
    requiredTrades: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    reworkDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 0;
        },
        number
      >;
    sort: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiClockClock extends Struct.CollectionTypeSchema {
  collectionName: 'clocks';
  info: {
    description: '';
    displayName: 'Clock';
    pluralName: 'clocks';
    singularName: 'clock';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    brokenAt: Schema.Attribute.DateTime;
    caseId: Schema.Attribute.String & Schema.Attribute.Required;
    caseNumber: Schema.Attribute.String;
    caseType: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    dueAt: Schema.Attribute.DateTime;
    fired: Schema.Attribute.JSON;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::clock.clock'> & Schema.Attribute.Private;
    name: Schema.Attribute.Enumeration<
      [
        'accept',
        'arrive',
        'solve',
        'reply',
        'submit_up',
        'contain',
        'confirm',
        'visit',
        'finish',
        'feedback',
        'outcome',
        'return',
      ]
    > &
      Schema.Attribute.Required;
    nextAt: Schema.Attribute.DateTime;
    nextKind: Schema.Attribute.Enumeration<['warn', 'due', 'escalate', 'pause_limit']>;
    nextLevel: Schema.Attribute.Integer;
    pausedAt: Schema.Attribute.DateTime;
    pausedSeconds: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    pauseLimitAt: Schema.Attribute.DateTime;
    pauseReason: Schema.Attribute.String;
    pauses: Schema.Attribute.JSON;
    promisedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    ruleCode: Schema.Attribute.String;
    startedAt: Schema.Attribute.DateTime;
    stoppedAt: Schema.Attribute.DateTime;
    targetId: Schema.Attribute.String;
    targetVersion: Schema.Attribute.Integer;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    usedSeconds: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    verdict: Schema.Attribute.Enumeration<['kept', 'broken', 'released']>;
  };
}

export interface ApiCommunityCommunity extends Struct.CollectionTypeSchema {
  collectionName: 'communities';
  info: {
    description: '';
    displayName: 'Community';
    pluralName: 'communities';
    singularName: 'community';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    address: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    aliases: Schema.Attribute.JSON;
    buildings: Schema.Attribute.Relation<'oneToMany', 'api::building.building'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deliveredOn: Schema.Attribute.Date;
    developer: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::community.community'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    servicePhone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    timeZone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }> &
      Schema.Attribute.DefaultTo<'Asia/Shanghai'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiContractorContractor extends Struct.CollectionTypeSchema {
  collectionName: 'contractors';
  info: {
    description: '';
    displayName: 'Contractor';
    pluralName: 'contractors';
    singularName: 'contractor';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    contactName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    contractUntil: Schema.Attribute.Date;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::contractor.contractor'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'phone';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    phoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    trades: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiDepartmentDepartment extends Struct.CollectionTypeSchema {
  collectionName: 'departments';
  info: {
    description: '';
    displayName: 'Department';
    pluralName: 'departments';
    singularName: 'department';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    children: Schema.Attribute.Relation<'oneToMany', 'api::department.department'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    extension: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    head: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::department.department'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    parent: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    publishedAt: Schema.Attribute.DateTime;
    remit: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    sort: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiDispatchOrderDispatchOrder extends Struct.CollectionTypeSchema {
  collectionName: 'dispatch_orders';
  info: {
    description: '';
    displayName: 'Dispatch order';
    pluralName: 'dispatch-orders';
    singularName: 'dispatch-order';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    acceptBy: Schema.Attribute.DateTime;
    acceptedAt: Schema.Attribute.DateTime;
    appointmentFrom: Schema.Attribute.DateTime;
    appointmentTo: Schema.Attribute.DateTime;
    arrivalPlace: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    arrivalProof: Schema.Attribute.Enumeration<['time_only', 'place', 'door_code']>;
    arrivedAt: Schema.Attribute.DateTime;
    arrivesAt: Schema.Attribute.DateTime;
    cameBy: Schema.Attribute.Enumeration<
      ['assign', 'grab', 'rotate', 'least_loaded', 'pass_on', 'duty_person', 'head']
    >;
    cancelReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    claimable: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    claimedAt: Schema.Attribute.DateTime;
    claimFrom: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    claimNote: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    consentedAt: Schema.Attribute.DateTime;
    consentedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    contractor: Schema.Attribute.Relation<'manyToOne', 'api::contractor.contractor'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    delayCause: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    delayContact: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    delayContactAt: Schema.Attribute.DateTime;
    dispatchedAt: Schema.Attribute.DateTime;
    dispatchRule: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    doorCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    filedAt: Schema.Attribute.DateTime;
    filedNote: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    finishedAt: Schema.Attribute.DateTime;
    handBackReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::dispatch-order.dispatch-order'> &
      Schema.Attribute.Private;
    materials: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    missedAt: Schema.Attribute.DateTime;
    missedCause: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    missedContact: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    missedContactAt: Schema.Attribute.DateTime;
    noAccessCause: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    noSignatureReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    outsideHoursReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    overrideReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    paid: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    paidReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    pauseAllowedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    pausedAt: Schema.Attribute.DateTime;
    pausedUntil: Schema.Attribute.DateTime;
    pauseReason: Schema.Attribute.Enumeration<
      ['missing_part', 'requester_absent', 'requester_request', 'outside_party', 'weather']
    >;
    photos: Schema.Attribute.JSON & Schema.Attribute.CustomField<'global::photos'>;
    priceAccepted: Schema.Attribute.Boolean;
    priceFen: Schema.Attribute.Integer;
    priceLines: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    reassignCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'signedAt';
          signer: 'signerName';
          text: 'signedText';
        }
      >;
    signedAt: Schema.Attribute.DateTime;
    signedText: Schema.Attribute.Text;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    stage: Schema.Attribute.Enumeration<
      [
        'drafted',
        'offered',
        'dispatched',
        'accepted',
        'arrived',
        'consented',
        'working',
        'paused',
        'done',
        'signed',
        'filed',
        'no_access',
        'missed',
        'cancelled',
      ]
    >;
    startedAt: Schema.Attribute.DateTime;
    team: Schema.Attribute.Relation<'manyToOne', 'api::team.team'>;
    technician: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    technicianKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          repeats: 'technician';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    ticket: Schema.Attribute.Relation<'manyToOne', 'api::ticket.ticket'>;
    triedBy: Schema.Attribute.Text & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    warranty: Schema.Attribute.Enumeration<['in_warranty', 'out_of_warranty', 'warranty_unknown']>;
    warrantyUntil: Schema.Attribute.Date;
    waterTestAt: Schema.Attribute.DateTime;
    workDescription: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    workDone: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    workEstablished: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
  };
}

export interface ApiDispatchRuleDispatchRule extends Struct.CollectionTypeSchema {
  collectionName: 'dispatch_rules';
  info: {
    description: '';
    displayName: 'Dispatch rule';
    pluralName: 'dispatch-rules';
    singularName: 'dispatch-rule';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    acceptMinutes: Schema.Attribute.Integer &
      Schema.Attribute.CustomField<'global::duration'> &
      Schema.Attribute.SetMinMax<
        {
          max: 1440;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<5>;
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    cap: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 1;
        },
        number
      >;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    kind: Schema.Attribute.Enumeration<
      ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service']
    >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::dispatch-rule.dispatch-rule'> &
      Schema.Attribute.Private;
    mode: Schema.Attribute.Enumeration<['assign', 'grab', 'rotate', 'least_loaded']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'assign'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    requiredTrades: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    sort: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<100>;
    team: Schema.Attribute.Relation<'manyToOne', 'api::team.team'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urgency: Schema.Attribute.Enumeration<['ordinary', 'urgent']>;
  };
}

export interface ApiEmergencyRuleEmergencyRule extends Struct.CollectionTypeSchema {
  collectionName: 'emergency_rules';
  info: {
    description: '';
    displayName: 'Emergency rule';
    pluralName: 'emergency-rules';
    singularName: 'emergency-rule';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    categories: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    containFirst: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    excluding: Schema.Attribute.Text &
      Schema.Attribute.CustomField<'global::keywords'> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    hazard: Schema.Attribute.Enumeration<
      ['lift', 'structure', 'electric', 'water', 'heating', 'fall_hazard', 'glass_facade', 'danger']
    > &
      Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::emergency-rule.emergency-rule'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    outsideParties: Schema.Attribute.Relation<'manyToMany', 'api::outside-party.outside-party'>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    sort: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    words: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::keywords'> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
  };
}

export interface ApiGroupMatterGroupMatter extends Struct.CollectionTypeSchema {
  collectionName: 'group_matters';
  info: {
    description: '';
    displayName: 'Group matter';
    pluralName: 'group-matters';
    singularName: 'group-matter';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    answer: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    answeredAt: Schema.Attribute.DateTime;
    branchKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    closedAt: Schema.Attribute.DateTime;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    department: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    formedAt: Schema.Attribute.DateTime;
    groupKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    handledAt: Schema.Attribute.DateTime;
    handling: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    head: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    households: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::group-matter.group-matter'> &
      Schema.Attribute.Private;
    matter: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    number: Schema.Attribute.String;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['formed', 'handled', 'answered', 'closed']>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiHandOverHandOver extends Struct.CollectionTypeSchema {
  collectionName: 'hand_overs';
  info: {
    description: '';
    displayName: 'Hand-over';
    pluralName: 'hand-overs';
    singularName: 'hand-over';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    acceptedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    declinedAt: Schema.Attribute.DateTime;
    declineReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    feedbackAt: Schema.Attribute.DateTime;
    fromDepartment: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    giver: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::hand-over.hand-over'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String;
    offeredAt: Schema.Attribute.DateTime;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    receiver: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    stage: Schema.Attribute.Enumeration<
      ['proposed', 'awaiting_feedback', 'taken_on', 'declined', 'taken_back', 'lapsed']
    >;
    step: Schema.Attribute.Enumeration<['superior', 'responsible_department', 'director', 'named']>;
    takenBackAt: Schema.Attribute.DateTime;
    ticket: Schema.Attribute.Relation<'manyToOne', 'api::ticket.ticket'>;
    toDepartment: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiHouseCallPlanHouseCallPlan extends Struct.CollectionTypeSchema {
  collectionName: 'house_call_plans';
  info: {
    description: '';
    displayName: 'Plan of house calls';
    pluralName: 'house-call-plans';
    singularName: 'house-call-plan';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    aim: Schema.Attribute.Enumeration<['all_units', 'listed_units']> &
      Schema.Attribute.DefaultTo<'all_units'>;
    building: Schema.Attribute.Relation<'manyToOne', 'api::building.building'>;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    frequency: Schema.Attribute.Enumeration<
      ['once', 'every_month', 'every_quarter', 'every_half_year', 'every_year']
    > &
      Schema.Attribute.DefaultTo<'every_half_year'>;
    listedUnits: Schema.Attribute.JSON;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::house-call-plan.house-call-plan'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    periodFrom: Schema.Attribute.Date;
    periodTo: Schema.Attribute.Date;
    publishedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['under_way', 'closed']>;
    steward: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiHouseCallHouseCall extends Struct.CollectionTypeSchema {
  collectionName: 'house_calls';
  info: {
    description: '';
    displayName: 'House call';
    pluralName: 'house-calls';
    singularName: 'house-call';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    calledAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    interviewee: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::house-call.house-call'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    opinion: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    outcome: Schema.Attribute.Enumeration<['reached', 'no_answer', 'refused']>;
    plan: Schema.Attribute.Relation<'manyToOne', 'api::house-call-plan.house-call-plan'>;
    publishedAt: Schema.Attribute.DateTime;
    said: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    satisfaction: Schema.Attribute.Enumeration<
      ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied']
    >;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'calledAt';
          signer: 'signerName';
          text: 'signedText';
        }
      >;
    signedText: Schema.Attribute.Text;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    stage: Schema.Attribute.Enumeration<['on_record']>;
    steward: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiIncidentIncident extends Struct.CollectionTypeSchema {
  collectionName: 'incidents';
  info: {
    description: '';
    displayName: 'Incident';
    pluralName: 'incidents';
    singularName: 'incident';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    closedAt: Schema.Attribute.DateTime;
    conclusion: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    handledAt: Schema.Attribute.DateTime;
    handledBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    happenedAt: Schema.Attribute.DateTime;
    incidentClass: Schema.Attribute.Enumeration<['lost_key']>;
    key: Schema.Attribute.Relation<'manyToOne', 'api::key.key'>;
    keyCount: Schema.Attribute.Relation<'manyToOne', 'api::key-count.key-count'>;
    loan: Schema.Attribute.Relation<'manyToOne', 'api::key-loan.key-loan'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::incident.incident'> &
      Schema.Attribute.Private;
    measures: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    number: Schema.Attribute.String;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    reportedAt: Schema.Attribute.DateTime;
    reporter: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    stage: Schema.Attribute.Enumeration<['reported', 'handled', 'closed']>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    whatHappened: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
  };
}

export interface ApiKeyAuthorisationKeyAuthorisation extends Struct.CollectionTypeSchema {
  collectionName: 'key_authorisations';
  info: {
    description: '';
    displayName: 'Key authorisation';
    pluralName: 'key-authorisations';
    singularName: 'key-authorisation';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    endedAt: Schema.Attribute.DateTime;
    givenBackAt: Schema.Attribute.DateTime;
    givenBackBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    grantedTo: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    key: Schema.Attribute.Relation<'manyToOne', 'api::key.key'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::key-authorisation.key-authorisation'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    owner: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    papers: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'signedAt';
          signer: 'signerName';
          text: 'signedText';
        }
      >;
    signatureBack: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'givenBackAt';
          signer: 'signerBack';
        }
      >;
    signedAt: Schema.Attribute.DateTime;
    signedText: Schema.Attribute.Text;
    signerBack: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    stage: Schema.Attribute.Enumeration<['in_force', 'expired', 'given_back']>;
    takenBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    validUntil: Schema.Attribute.Date;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiKeyCountKeyCount extends Struct.CollectionTypeSchema {
  collectionName: 'key_counts';
  info: {
    description: '';
    displayName: 'Key count';
    pluralName: 'key-counts';
    singularName: 'key-count';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    closedAt: Schema.Attribute.DateTime;
    closedBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    conclusion: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    countLines: Schema.Attribute.JSON;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    differences: Schema.Attribute.Text;
    expectedCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    foundCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    keySet: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::key-count.key-count'> &
      Schema.Attribute.Private;
    missingCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['counting', 'closed']>;
    startedAt: Schema.Attribute.DateTime;
    startedBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    toCount: Schema.Attribute.Text;
    unexpectedCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    unexplainedCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiKeyLoanKeyLoan extends Struct.CollectionTypeSchema {
  collectionName: 'key_loans';
  info: {
    description: '';
    displayName: 'Key loan';
    pluralName: 'key-loans';
    singularName: 'key-loan';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    authorisation: Schema.Attribute.Relation<'manyToOne', 'api::key-authorisation.key-authorisation'>;
    borrower: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    borrowerEmail: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    borrowerKind: Schema.Attribute.Enumeration<['staff', 'owner', 'agent', 'contractor', 'other_person']>;
    borrowerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    borrowerPhone: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'phone';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    borrowerPhoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    condition: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    contractor: Schema.Attribute.Relation<'manyToOne', 'api::contractor.contractor'>;
    copiesBack: Schema.Attribute.Integer;
    copiesOut: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    dispatchOrder: Schema.Attribute.Relation<'manyToOne', 'api::dispatch-order.dispatch-order'>;
    dueAt: Schema.Attribute.DateTime;
    extendedAt: Schema.Attribute.DateTime;
    extendedBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    extendReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    extensionCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    key: Schema.Attribute.Relation<'manyToOne', 'api::key.key'>;
    lentBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::key-loan.key-loan'> &
      Schema.Attribute.Private;
    lostAt: Schema.Attribute.DateTime;
    number: Schema.Attribute.String;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    outAt: Schema.Attribute.DateTime;
    papers: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    purpose: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    returnedAt: Schema.Attribute.DateTime;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'outAt';
          signer: 'signerName';
          text: 'signedText';
        }
      >;
    signatureBack: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'returnedAt';
          signer: 'signerBack';
        }
      >;
    signedText: Schema.Attribute.Text;
    signerBack: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    stage: Schema.Attribute.Enumeration<['lent', 'returned', 'lost']>;
    takenBackBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiKeyKey extends Struct.CollectionTypeSchema {
  collectionName: 'keys';
  info: {
    description: '';
    displayName: 'Key';
    pluralName: 'keys';
    singularName: 'key';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    building: Schema.Attribute.Relation<'manyToOne', 'api::building.building'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    copies: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1000;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<1>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    hook: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 32;
      }>;
    keySet: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    kind: Schema.Attribute.Enumeration<['unit_key', 'plant_room', 'public_door', 'cabinet', 'other_key']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'unit_key'>;
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::key.key'> & Schema.Attribute.Private;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiLeaseRegistrationLeaseRegistration extends Struct.CollectionTypeSchema {
  collectionName: 'lease_registrations';
  info: {
    description: '';
    displayName: 'Lease registration';
    pluralName: 'lease-registrations';
    singularName: 'lease-registration';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    cancelReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    contractNumber: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    contractSeen: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    endedOn: Schema.Attribute.Date;
    endReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    fromDate: Schema.Attribute.Date;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::lease-registration.lease-registration'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    occupancy: Schema.Attribute.Relation<'manyToOne', 'api::occupancy.occupancy'>;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    room: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    stage: Schema.Attribute.Enumeration<['registered', 'running', 'ended', 'cancelled']>;
    startedAt: Schema.Attribute.DateTime;
    tenant: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    toDate: Schema.Attribute.Date;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiOccupancyOccupancy extends Struct.CollectionTypeSchema {
  collectionName: 'occupancies';
  info: {
    description: '';
    displayName: 'Occupancy';
    pluralName: 'occupancies';
    singularName: 'occupancy';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    capacity: Schema.Attribute.Enumeration<['owner', 'co_owner', 'family', 'tenant', 'agent']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'owner'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    fromDate: Schema.Attribute.Date & Schema.Attribute.Required;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::occupancy.occupancy'> &
      Schema.Attribute.Private;
    owner: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'> & Schema.Attribute.Required;
    primary: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    toDate: Schema.Attribute.Date;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'> & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiOpenLetterOpenLetter extends Struct.CollectionTypeSchema {
  collectionName: 'open_letters';
  info: {
    description: '';
    displayName: 'Open letter';
    pluralName: 'open-letters';
    singularName: 'open-letter';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    building: Schema.Attribute.Relation<'manyToOne', 'api::building.building'>;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    dischargedCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    letterText: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::open-letter.open-letter'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String;
    periodFrom: Schema.Attribute.Date;
    periodTo: Schema.Attribute.Date;
    postedAt: Schema.Attribute.DateTime;
    postedBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    postedWhere: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    stage: Schema.Attribute.Enumeration<['composed', 'published', 'withdrawn']>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    withdrawReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface ApiOutboxMessageOutboxMessage extends Struct.CollectionTypeSchema {
  collectionName: 'outbox_messages';
  info: {
    description: '';
    displayName: 'Outbox message';
    pluralName: 'outbox-messages';
    singularName: 'outbox-message';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    attempts: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    caseId: Schema.Attribute.String;
    caseNumber: Schema.Attribute.String;
    caseType: Schema.Attribute.String;
    channel: Schema.Attribute.Enumeration<['panel', 'email']> & Schema.Attribute.DefaultTo<'panel'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dedupeKey: Schema.Attribute.String & Schema.Attribute.Private;
    lastError: Schema.Attribute.Text;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::outbox-message.outbox-message'> &
      Schema.Attribute.Private;
    params: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    recipientId: Schema.Attribute.String;
    recipientKind: Schema.Attribute.Enumeration<
      ['staff', 'team', 'department', 'contractor', 'agency', 'requester', 'post', 'case_address']
    >;
    recipientName: Schema.Attribute.String;
    sentAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.Enumeration<['queued', 'sent', 'failed']> & Schema.Attribute.DefaultTo<'queued'>;
    template: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiOutsidePartyOutsideParty extends Struct.CollectionTypeSchema {
  collectionName: 'outside_parties';
  info: {
    description: '';
    displayName: 'Outside party';
    pluralName: 'outside-parties';
    singularName: 'outside-party';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::outside-party.outside-party'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiOwnerOwner extends Struct.CollectionTypeSchema {
  collectionName: 'owners';
  info: {
    description: '';
    displayName: 'Owner';
    pluralName: 'owners';
    singularName: 'owner';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    contactName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    idNumber: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'id_number';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    idNumberHash: Schema.Attribute.String & Schema.Attribute.Private;
    kind: Schema.Attribute.Enumeration<['person', 'company']> & Schema.Attribute.DefaultTo<'person'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::owner.owner'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    occupancies: Schema.Attribute.Relation<'oneToMany', 'api::occupancy.occupancy'>;
    phone: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'phone';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    phoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    phoneTailHash: Schema.Attribute.String & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiParkingSpaceParkingSpace extends Struct.CollectionTypeSchema {
  collectionName: 'parking_spaces';
  info: {
    description: '';
    displayName: 'Parking space';
    pluralName: 'parking-spaces';
    singularName: 'parking-space';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    fromDate: Schema.Attribute.Date;
    holder: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::parking-space.parking-space'> &
      Schema.Attribute.Private;
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 50;
      }>;
    parkingKind: Schema.Attribute.Enumeration<['owned_space', 'rented_space', 'visitor_space']> &
      Schema.Attribute.DefaultTo<'rented_space'>;
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    toDate: Schema.Attribute.Date;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiPriceItemPriceItem extends Struct.CollectionTypeSchema {
  collectionName: 'price_items';
  info: {
    description: '';
    displayName: 'Price item';
    pluralName: 'price-items';
    singularName: 'price-item';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    kind: Schema.Attribute.Enumeration<['labour', 'material']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'labour'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::price-item.price-item'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    priceFen: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 100000000;
          min: 0;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    unit: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiReturnVisitReturnVisit extends Struct.CollectionTypeSchema {
  collectionName: 'return_visits';
  info: {
    description: '';
    displayName: 'Return visit';
    pluralName: 'return-visits';
    singularName: 'return-visit';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    attemptCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    dutyKey: Schema.Attribute.String & Schema.Attribute.Private;
    dutySince: Schema.Attribute.DateTime;
    exemptAskedBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    exemptedAt: Schema.Attribute.DateTime;
    exemptNote: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    exemptReason: Schema.Attribute.Enumeration<['anonymous', 'unreachable', 'refused']>;
    form: Schema.Attribute.Enumeration<['on_site', 'phone', 'letter', 'open_letter']>;
    interviewee: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    kind: Schema.Attribute.Enumeration<['repair_quality', 'complaint', 'suggestion', 'questionnaire']> &
      Schema.Attribute.DefaultTo<'repair_quality'>;
    letter: Schema.Attribute.Relation<'manyToOne', 'api::open-letter.open-letter'>;
    letterText: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::return-visit.return-visit'> &
      Schema.Attribute.Private;
    nature: Schema.Attribute.Enumeration<['general', 'leak', 'safety_facility']> &
      Schema.Attribute.DefaultTo<'general'>;
    number: Schema.Attribute.String;
    ofCycle: Schema.Attribute.Integer;
    opinion: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    requested: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    requestReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    result: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    reviewedAt: Schema.Attribute.DateTime;
    reviewNote: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    said: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    satisfaction: Schema.Attribute.Enumeration<
      ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied']
    >;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'visitedAt';
          signer: 'signerName';
          text: 'signedText';
        }
      >;
    signedText: Schema.Attribute.Text;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    solved: Schema.Attribute.Boolean;
    stage: Schema.Attribute.Enumeration<['due', 'exempting', 'recorded', 'reviewed', 'exempt']>;
    steward: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    ticket: Schema.Attribute.Relation<'manyToOne', 'api::ticket.ticket'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    visitedAt: Schema.Attribute.DateTime;
    visitor: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
  };
}

export interface ApiRuleRule extends Struct.CollectionTypeSchema {
  collectionName: 'rules';
  info: {
    description: '';
    displayName: 'Rule';
    pluralName: 'rules';
    singularName: 'rule';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    letter: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 4;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::rule.rule'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    source: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    textEn: Schema.Attribute.Text & Schema.Attribute.Required;
    textZh: Schema.Attribute.Text & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiStaffMemberStaffMember extends Struct.CollectionTypeSchema {
  collectionName: 'staff_members';
  info: {
    description: '';
    displayName: 'Staff member';
    pluralName: 'staff-members';
    singularName: 'staff-member';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    appointmentCapacity: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<1>;
    buildings: Schema.Attribute.Relation<'oneToMany', 'api::building.building'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    department: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    duty: Schema.Attribute.Enumeration<['on_duty', 'off_duty', 'away']> &
      Schema.Attribute.DefaultTo<'on_duty'>;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    jobNumber: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::staff-member.staff-member'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    openOrderCap: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<8>;
    phone: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'phone';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    phoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    post: Schema.Attribute.Enumeration<
      [
        'front_desk',
        'steward',
        'technician',
        'supervisor',
        'security',
        'clerk',
        'finance',
        'department_head',
        'director',
        'manager',
      ]
    > &
      Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    superior: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    teams: Schema.Attribute.Relation<'manyToMany', 'api::team.team'>;
    trades: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    user: Schema.Attribute.Relation<'oneToOne', 'admin::user'>;
  };
}

export interface ApiSummarySummary extends Struct.CollectionTypeSchema {
  collectionName: 'summaries';
  info: {
    description: '';
    displayName: 'Summary';
    pluralName: 'summaries';
    singularName: 'summary';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    acknowledgedAt: Schema.Attribute.DateTime;
    analysis: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    approvedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    directorNote: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    figures: Schema.Attribute.JSON;
    kind: Schema.Attribute.Enumeration<['repairs_monthly', 'complaints_weekly', 'visits_monthly']>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::summary.summary'> & Schema.Attribute.Private;
    number: Schema.Attribute.String;
    period: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 16;
      }>;
    periodFrom: Schema.Attribute.DateTime;
    periodTo: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    recurring: Schema.Attribute.JSON;
    returnReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    stage: Schema.Attribute.Enumeration<['compiled', 'approved', 'acknowledged']>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
  };
}

export interface ApiTargetTarget extends Struct.CollectionTypeSchema {
  collectionName: 'targets';
  info: {
    description: '';
    displayName: 'Target';
    pluralName: 'targets';
    singularName: 'target';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    amount: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1000000;
          min: 0;
        },
        number
      >;
    breaksOn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    calendar: Schema.Attribute.Relation<'manyToOne', 'api::work-calendar.work-calendar'>;
    caseType: Schema.Attribute.Enumeration<
      ['ticket', 'dispatch_order', 'return_visit', 'hand_over', 'key_loan', 'archive_loan']
    > &
      Schema.Attribute.Required;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    clock: Schema.Attribute.Enumeration<
      [
        'accept',
        'arrive',
        'solve',
        'reply',
        'submit_up',
        'contain',
        'confirm',
        'visit',
        'finish',
        'feedback',
        'outcome',
        'return',
      ]
    > &
      Schema.Attribute.Required;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    complaintClass: Schema.Attribute.Enumeration<['serious', 'important', 'minor', 'invalid']>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    escalations: Schema.Attribute.Component<'office.escalation-step', true>;
    faultClass: Schema.Attribute.Enumeration<['ordinary', 'difficult', 'missing_part', 'major']>;
    kind: Schema.Attribute.Enumeration<
      ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service']
    >;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::target.target'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    nature: Schema.Attribute.Enumeration<['general', 'leak', 'safety_facility']>;
    pauses: Schema.Attribute.Component<'office.pause-rule', true>;
    promisedField: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    promisedRule: Schema.Attribute.Enumeration<['instead', 'sooner', 'only']>;
    publishedAt: Schema.Attribute.DateTime;
    releasesOn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    ruleCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 16;
      }>;
    startsOn: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    stopsOn: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    unit: Schema.Attribute.Enumeration<
      ['minutes', 'hours', 'working_days', 'calendar_days', 'same_day', 'same_visit']
    > &
      Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urgency: Schema.Attribute.Enumeration<['ordinary', 'urgent']>;
    warnings: Schema.Attribute.Component<'office.warning', true>;
  };
}

export interface ApiTeamTeam extends Struct.CollectionTypeSchema {
  collectionName: 'teams';
  info: {
    description: '';
    displayName: 'Team';
    pluralName: 'teams';
    singularName: 'team';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    contractor: Schema.Attribute.Relation<'manyToOne', 'api::contractor.contractor'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    department: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    leader: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::team.team'> & Schema.Attribute.Private;
    members: Schema.Attribute.Relation<'manyToMany', 'api::staff-member.staff-member'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    trades: Schema.Attribute.Relation<'manyToMany', 'api::category.category'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiTicketTicket extends Struct.CollectionTypeSchema {
  collectionName: 'tickets';
  info: {
    description: '';
    displayName: 'Ticket';
    pluralName: 'tickets';
    singularName: 'ticket';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    accountable: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    accountableSince: Schema.Attribute.DateTime;
    acknowledgedAt: Schema.Attribute.DateTime;
    acknowledgedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    anonymous: Schema.Attribute.Boolean;
    answer: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    apologisedAt: Schema.Attribute.DateTime;
    apologisedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    apology: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    branchKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    cancelReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'>;
    channel: Schema.Attribute.Enumeration<
      ['phone', 'walk_in', 'online', 'letter', 'patrol', 'department', 'return_visit', 'house_call']
    > &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'phone'>;
    closedAt: Schema.Attribute.DateTime;
    community: Schema.Attribute.Relation<'manyToOne', 'api::community.community'>;
    complainedDepartment: Schema.Attribute.Relation<'manyToOne', 'api::department.department'>;
    complainedOf: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    complaintCause: Schema.Attribute.Enumeration<['by_company', 'by_resident', 'by_several']>;
    complaintClass: Schema.Attribute.Enumeration<['serious', 'important', 'minor', 'invalid']>;
    completedAt: Schema.Attribute.DateTime;
    confirmedAt: Schema.Attribute.DateTime;
    confirmedWith: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    contactPhone: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::personal'> &
      Schema.Attribute.SetPluginOptions<{
        guanjia: {
          personal: 'phone';
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    contactPhoneHash: Schema.Attribute.String & Schema.Attribute.Private;
    containedAt: Schema.Attribute.DateTime;
    containedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    containMeasure: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    containRuledOut: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    contractor: Schema.Attribute.Relation<'manyToOne', 'api::contractor.contractor'>;
    countsAsFault: Schema.Attribute.Boolean;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    damageOngoing: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    demand: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    demandedBy: Schema.Attribute.DateTime;
    dispatchAlarm: Schema.Attribute.Enumeration<['nobody_free', 'nobody_accepted']>;
    emergencyRule: Schema.Attribute.Relation<'manyToOne', 'api::emergency-rule.emergency-rule'>;
    emergencyWord: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    escalatedAt: Schema.Attribute.DateTime;
    escalateReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    exactLocation: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    faultClass: Schema.Attribute.Enumeration<['ordinary', 'difficult', 'missing_part', 'major']> &
      Schema.Attribute.DefaultTo<'ordinary'>;
    finding: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    groupKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    groupMatter: Schema.Attribute.Relation<'manyToOne', 'api::group-matter.group-matter'>;
    groupRuledOut: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    handler: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    handOverCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    instruction: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    kind: Schema.Attribute.Enumeration<
      ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service']
    > &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'repair'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::ticket.ticket'> & Schema.Attribute.Private;
    matter: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    meetingAt: Schema.Attribute.DateTime;
    meetingOnSite: Schema.Attribute.Boolean;
    meetingPlace: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    meetingPresent: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    meetingResult: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    number: Schema.Attribute.String;
    occurredAt: Schema.Attribute.DateTime;
    occurredPlace: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    outcome: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    outcomeKnownAt: Schema.Attribute.DateTime;
    outcomeToldAt: Schema.Attribute.DateTime;
    outcomeToldTo: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    outsidePartiesTold: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    placeKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    priority: Schema.Attribute.Enumeration<['normal', 'raised', 'high']> &
      Schema.Attribute.DefaultTo<'normal'>;
    promisedReplyAt: Schema.Attribute.DateTime;
    proposedHandler: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    publishedAt: Schema.Attribute.DateTime;
    raisedOnCall: Schema.Attribute.Relation<'manyToOne', 'api::house-call.house-call'>;
    raisedOnIncident: Schema.Attribute.Relation<'manyToOne', 'api::incident.incident'>;
    raisedOnVisit: Schema.Attribute.Relation<'manyToOne', 'api::return-visit.return-visit'>;
    reassignCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    receivedAt: Schema.Attribute.DateTime;
    registerMarkedAt: Schema.Attribute.DateTime;
    reopenCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    repeatCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    repeatOf: Schema.Attribute.Relation<'manyToOne', 'api::ticket.ticket'>;
    repeatRuledOut: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    repliedAt: Schema.Attribute.DateTime;
    requesterName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    result: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    rework: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    reworkBy: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    reworkCount: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<0>;
    reworkOf: Schema.Attribute.Relation<'manyToOne', 'api::ticket.ticket'>;
    reworkRuledOut: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    satisfaction: Schema.Attribute.Enumeration<
      ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied']
    >;
    sourceKey: Schema.Attribute.String & Schema.Attribute.Private;
    stage: Schema.Attribute.Enumeration<
      ['registered', 'assigned', 'in_progress', 'waiting', 'completed', 'closed', 'cancelled']
    >;
    submittedAt: Schema.Attribute.DateTime;
    submittedTo: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
    suitableHours: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    takenBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    team: Schema.Attribute.Relation<'manyToOne', 'api::team.team'>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urgency: Schema.Attribute.Enumeration<['ordinary', 'urgent']> & Schema.Attribute.DefaultTo<'ordinary'>;
    urgencyReason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    waitAllowedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    waitReason: Schema.Attribute.Enumeration<
      ['missing_part', 'requester_absent', 'requester_request', 'outside_party', 'weather']
    >;
    waitUntil: Schema.Attribute.DateTime;
    wantedAt: Schema.Attribute.DateTime;
    waterTestAt: Schema.Attribute.DateTime;
  };
}

export interface ApiTransferTransfer extends Struct.CollectionTypeSchema {
  collectionName: 'transfers';
  info: {
    description: '';
    displayName: 'Transfer of ownership';
    pluralName: 'transfers';
    singularName: 'transfer';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    cancelReason: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    closedAt: Schema.Attribute.DateTime;
    contractSeen: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    effectiveAt: Schema.Attribute.DateTime;
    effectiveOn: Schema.Attribute.Date;
    formerOccupancy: Schema.Attribute.Relation<'manyToOne', 'api::occupancy.occupancy'>;
    giver: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::transfer.transfer'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    occupancy: Schema.Attribute.Relation<'manyToOne', 'api::occupancy.occupancy'>;
    openFor: Schema.Attribute.String & Schema.Attribute.Private;
    papersAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    receiver: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    stage: Schema.Attribute.Enumeration<
      ['registered', 'papers_complete', 'effective', 'closed', 'cancelled']
    >;
    titleSeen: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
  };
}

export interface ApiUnitUnit extends Struct.CollectionTypeSchema {
  collectionName: 'units';
  info: {
    description: '';
    displayName: 'Unit';
    pluralName: 'units';
    singularName: 'unit';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    aliases: Schema.Attribute.JSON;
    area: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 1000000;
          min: 0;
        },
        number
      >;
    building: Schema.Attribute.Relation<'manyToOne', 'api::building.building'> & Schema.Attribute.Required;
    buildingCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    communityCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deliveredOn: Schema.Attribute.Date;
    entrance: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    floor: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 200;
          min: -20;
        },
        number
      >;
    fullLabel: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::unit.unit'> & Schema.Attribute.Private;
    occupancies: Schema.Attribute.Relation<'oneToMany', 'api::occupancy.occupancy'>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    use: Schema.Attribute.Enumeration<
      ['residence', 'shop', 'office', 'parking_space', 'storage', 'public_area']
    > &
      Schema.Attribute.DefaultTo<'residence'>;
    warrantyUntil: Schema.Attribute.Date;
  };
}

export interface ApiVehicleVehicle extends Struct.CollectionTypeSchema {
  collectionName: 'vehicles';
  info: {
    description: '';
    displayName: 'Vehicle';
    pluralName: 'vehicles';
    singularName: 'vehicle';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    colour: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::vehicle.vehicle'> & Schema.Attribute.Private;
    owner: Schema.Attribute.Relation<'manyToOne', 'api::owner.owner'>;
    plate: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    unit: Schema.Attribute.Relation<'manyToOne', 'api::unit.unit'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    vehicleKind: Schema.Attribute.Enumeration<['car', 'motorcycle', 'electric_bike', 'other_vehicle']> &
      Schema.Attribute.DefaultTo<'car'>;
  };
}

export interface ApiVisitAttemptVisitAttempt extends Struct.CollectionTypeSchema {
  collectionName: 'visit_attempts';
  info: {
    description: '';
    displayName: 'Visit made';
    pluralName: 'visit-attempts';
    singularName: 'visit-attempt';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cycle: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    cycleSince: Schema.Attribute.DateTime;
    form: Schema.Attribute.Enumeration<['on_site', 'phone', 'letter', 'open_letter']>;
    interviewee: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    letter: Schema.Attribute.Relation<'manyToOne', 'api::open-letter.open-letter'>;
    letterText: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::visit-attempt.visit-attempt'> &
      Schema.Attribute.Private;
    note: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    number: Schema.Attribute.String;
    ofCycle: Schema.Attribute.Integer;
    opinion: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    ordinal: Schema.Attribute.Integer;
    outcome: Schema.Attribute.Enumeration<['reached', 'no_answer', 'refused']>;
    publishedAt: Schema.Attribute.DateTime;
    result: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    said: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    satisfaction: Schema.Attribute.Enumeration<
      ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied']
    >;
    signature: Schema.Attribute.Text &
      Schema.Attribute.CustomField<
        'global::signature',
        {
          at: 'visitedAt';
          signer: 'signerName';
          text: 'said';
        }
      >;
    signerName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    solved: Schema.Attribute.Boolean;
    stage: Schema.Attribute.Enumeration<['on_record']>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer & Schema.Attribute.DefaultTo<1>;
    visit: Schema.Attribute.Relation<'manyToOne', 'api::return-visit.return-visit'>;
    visitedAt: Schema.Attribute.DateTime;
    visitor: Schema.Attribute.Relation<'manyToOne', 'api::staff-member.staff-member'>;
  };
}

export interface ApiVisitPolicyVisitPolicy extends Struct.CollectionTypeSchema {
  collectionName: 'visit_policies';
  info: {
    description: '';
    displayName: 'Rules of return visits';
    pluralName: 'visit-policies';
    singularName: 'visit-policy';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::visit-policy.visit-policy'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    onDifferentDays: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    onSiteFromVisit: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<2>;
    phoneFromVisit: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 100;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<4>;
    publishedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    triesBeforeExemption: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<3>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiWarrantyTermWarrantyTerm extends Struct.CollectionTypeSchema {
  collectionName: 'warranty_terms';
  info: {
    description: '';
    displayName: 'Warranty term';
    pluralName: 'warranty-terms';
    singularName: 'warranty-term';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    active: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
    amount: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 1200;
          min: 1;
        },
        number
      >;
    basis: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    category: Schema.Attribute.Relation<'manyToOne', 'api::category.category'> & Schema.Attribute.Required;
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::warranty-term.warranty-term'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    seasonFrom: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5;
      }>;
    seasonTo: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5;
      }>;
    unit: Schema.Attribute.Enumeration<['months', 'years', 'seasons', 'always']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'years'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiWorkCalendarWorkCalendar extends Struct.CollectionTypeSchema {
  collectionName: 'work_calendars';
  info: {
    description: '';
    displayName: 'Work calendar';
    pluralName: 'work-calendars';
    singularName: 'work-calendar';
  };
  options: {
    draftAndPublish: false;
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    days: Schema.Attribute.Component<'office.calendar-day', true>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::work-calendar.work-calendar'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    nameEn: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    publishedAt: Schema.Attribute.DateTime;
    roundTheClock: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    spans: Schema.Attribute.Component<'office.span', true>;
    statutory: Schema.Attribute.Enumeration<['none', 'cn']> & Schema.Attribute.DefaultTo<'none'>;
    timeZone: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }> &
      Schema.Attribute.DefaultTo<'Asia/Shanghai'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginContentReleasesRelease extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_releases';
  info: {
    displayName: 'Release';
    pluralName: 'releases';
    singularName: 'release';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    actions: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    releasedAt: Schema.Attribute.DateTime;
    scheduledAt: Schema.Attribute.DateTime;
    status: Schema.Attribute.Enumeration<['ready', 'blocked', 'failed', 'done', 'empty']> &
      Schema.Attribute.Required;
    timezone: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginContentReleasesReleaseAction extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_release_actions';
  info: {
    displayName: 'Release Action';
    pluralName: 'release-actions';
    singularName: 'release-action';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentType: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    entryDocumentId: Schema.Attribute.String;
    isEntryValid: Schema.Attribute.Boolean;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    release: Schema.Attribute.Relation<'manyToOne', 'plugin::content-releases.release'>;
    type: Schema.Attribute.Enumeration<['publish', 'unpublish']> & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginI18NLocale extends Struct.CollectionTypeSchema {
  collectionName: 'i18n_locale';
  info: {
    collectionName: 'locales';
    description: '';
    displayName: 'Locale';
    pluralName: 'locales';
    singularName: 'locale';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String & Schema.Attribute.Unique;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::i18n.locale'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
          min: 1;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows';
  info: {
    description: '';
    displayName: 'Workflow';
    name: 'Workflow';
    pluralName: 'workflows';
    singularName: 'workflow';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentTypes: Schema.Attribute.JSON & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'[]'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    stageRequiredToPublish: Schema.Attribute.Relation<'oneToOne', 'plugin::review-workflows.workflow-stage'>;
    stages: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflowStage extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows_stages';
  info: {
    description: '';
    displayName: 'Stages';
    name: 'Workflow Stage';
    pluralName: 'workflow-stages';
    singularName: 'workflow-stage';
  };
  options: {
    draftAndPublish: false;
    version: '1.1.0';
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    color: Schema.Attribute.String & Schema.Attribute.DefaultTo<'#4945FF'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String;
    permissions: Schema.Attribute.Relation<'manyToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    workflow: Schema.Attribute.Relation<'manyToOne', 'plugin::review-workflows.workflow'>;
  };
}

export interface PluginUploadFile extends Struct.CollectionTypeSchema {
  collectionName: 'files';
  info: {
    description: '';
    displayName: 'File';
    pluralName: 'files';
    singularName: 'file';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    alternativeText: Schema.Attribute.Text;
    caption: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    ext: Schema.Attribute.String;
    focalPoint: Schema.Attribute.JSON;
    folder: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'> & Schema.Attribute.Private;
    folderPath: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    formats: Schema.Attribute.JSON;
    hash: Schema.Attribute.String & Schema.Attribute.Required;
    height: Schema.Attribute.Integer;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'> & Schema.Attribute.Private;
    mime: Schema.Attribute.String & Schema.Attribute.Required;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    previewUrl: Schema.Attribute.Text;
    provider: Schema.Attribute.String & Schema.Attribute.Required;
    provider_metadata: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    related: Schema.Attribute.Relation<'morphToMany'>;
    size: Schema.Attribute.Decimal & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    url: Schema.Attribute.Text & Schema.Attribute.Required;
    width: Schema.Attribute.Integer;
  };
}

export interface PluginUploadFolder extends Struct.CollectionTypeSchema {
  collectionName: 'upload_folders';
  info: {
    displayName: 'Folder';
    pluralName: 'folders';
    singularName: 'folder';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    children: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    files: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    parent: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'>;
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    pathId: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsPermission extends Struct.CollectionTypeSchema {
  collectionName: 'up_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.permission'> &
      Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsRole extends Struct.CollectionTypeSchema {
  collectionName: 'up_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.role'> &
      Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.String & Schema.Attribute.Unique;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.user'>;
  };
}

export interface PluginUsersPermissionsUser extends Struct.CollectionTypeSchema {
  collectionName: 'up_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'user';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
    timestamps: true;
  };
  attributes: {
    blocked: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    confirmationToken: Schema.Attribute.String & Schema.Attribute.Private;
    confirmed: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    locale: Schema.Attribute.String & Schema.Attribute.Private;
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.user'> &
      Schema.Attribute.Private;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    provider: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'admin::api-token': AdminApiToken;
      'admin::api-token-permission': AdminApiTokenPermission;
      'admin::permission': AdminPermission;
      'admin::role': AdminRole;
      'admin::session': AdminSession;
      'admin::transfer-token': AdminTransferToken;
      'admin::transfer-token-permission': AdminTransferTokenPermission;
      'admin::user': AdminUser;
      'api::activity.activity': ApiActivityActivity;
      'api::archive-file.archive-file': ApiArchiveFileArchiveFile;
      'api::archive-loan.archive-loan': ApiArchiveLoanArchiveLoan;
      'api::building.building': ApiBuildingBuilding;
      'api::category.category': ApiCategoryCategory;
      'api::clock.clock': ApiClockClock;
      'api::community.community': ApiCommunityCommunity;
      'api::contractor.contractor': ApiContractorContractor;
      'api::department.department': ApiDepartmentDepartment;
      'api::dispatch-order.dispatch-order': ApiDispatchOrderDispatchOrder;
      'api::dispatch-rule.dispatch-rule': ApiDispatchRuleDispatchRule;
      'api::emergency-rule.emergency-rule': ApiEmergencyRuleEmergencyRule;
      'api::group-matter.group-matter': ApiGroupMatterGroupMatter;
      'api::hand-over.hand-over': ApiHandOverHandOver;
      'api::house-call-plan.house-call-plan': ApiHouseCallPlanHouseCallPlan;
      'api::house-call.house-call': ApiHouseCallHouseCall;
      'api::incident.incident': ApiIncidentIncident;
      'api::key-authorisation.key-authorisation': ApiKeyAuthorisationKeyAuthorisation;
      'api::key-count.key-count': ApiKeyCountKeyCount;
      'api::key-loan.key-loan': ApiKeyLoanKeyLoan;
      'api::key.key': ApiKeyKey;
      'api::lease-registration.lease-registration': ApiLeaseRegistrationLeaseRegistration;
      'api::occupancy.occupancy': ApiOccupancyOccupancy;
      'api::open-letter.open-letter': ApiOpenLetterOpenLetter;
      'api::outbox-message.outbox-message': ApiOutboxMessageOutboxMessage;
      'api::outside-party.outside-party': ApiOutsidePartyOutsideParty;
      'api::owner.owner': ApiOwnerOwner;
      'api::parking-space.parking-space': ApiParkingSpaceParkingSpace;
      'api::price-item.price-item': ApiPriceItemPriceItem;
      'api::return-visit.return-visit': ApiReturnVisitReturnVisit;
      'api::rule.rule': ApiRuleRule;
      'api::staff-member.staff-member': ApiStaffMemberStaffMember;
      'api::summary.summary': ApiSummarySummary;
      'api::target.target': ApiTargetTarget;
      'api::team.team': ApiTeamTeam;
      'api::ticket.ticket': ApiTicketTicket;
      'api::transfer.transfer': ApiTransferTransfer;
      'api::unit.unit': ApiUnitUnit;
      'api::vehicle.vehicle': ApiVehicleVehicle;
      'api::visit-attempt.visit-attempt': ApiVisitAttemptVisitAttempt;
      'api::visit-policy.visit-policy': ApiVisitPolicyVisitPolicy;
      'api::warranty-term.warranty-term': ApiWarrantyTermWarrantyTerm;
      'api::work-calendar.work-calendar': ApiWorkCalendarWorkCalendar;
      'plugin::content-releases.release': PluginContentReleasesRelease;
      'plugin::content-releases.release-action': PluginContentReleasesReleaseAction;
      'plugin::i18n.locale': PluginI18NLocale;
      'plugin::review-workflows.workflow': PluginReviewWorkflowsWorkflow;
      'plugin::review-workflows.workflow-stage': PluginReviewWorkflowsWorkflowStage;
      'plugin::upload.file': PluginUploadFile;
      'plugin::upload.folder': PluginUploadFolder;
      'plugin::users-permissions.permission': PluginUsersPermissionsPermission;
      'plugin::users-permissions.role': PluginUsersPermissionsRole;
      'plugin::users-permissions.user': PluginUsersPermissionsUser;
    }
  }
}
