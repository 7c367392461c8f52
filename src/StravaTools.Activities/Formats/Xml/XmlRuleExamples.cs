namespace StravaTools.Activities.Formats.Xml;

/// <summary>Excerpts of a file that break the rules of <see cref="XmlRules"/>.</summary>
/// <param name="PositionNotANumber">A position that is not a number.</param>
/// <param name="PositionOffTheGlobe">A position outside the range.</param>
/// <param name="ValueNotANumber">An optional value that is not a number.</param>
/// <param name="NotATime">A time that cannot be read.</param>
/// <param name="NotASchemaTime">A time in another form of ISO 8601.</param>
internal sealed record XmlRuleExamples(
    string PositionNotANumber, string PositionOffTheGlobe, string ValueNotANumber, string NotATime, string NotASchemaTime);
