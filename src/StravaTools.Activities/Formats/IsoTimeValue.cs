namespace StravaTools.Activities.Formats;

/// <summary>A time that was read.</summary>
/// <param name="Time">The instant.</param>
/// <param name="HasZone">Whether the text has a zone designator.</param>
/// <param name="IsSchemaForm">Whether the text has the form of XML Schema's dateTime.</param>
internal readonly record struct IsoTimeValue(DateTimeOffset Time, bool HasZone, bool IsSchemaForm);
