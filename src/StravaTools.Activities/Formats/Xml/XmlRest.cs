using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>What is left of a document for another reader.</summary>
/// <param name="MadeUp">What stands before the content so that it begins where an XML document may begin; null if the content does.</param>
/// <param name="Content">The bytes of the file.</param>
/// <param name="SkippedLines">Lines before the content which nothing made up stands for.</param>
/// <param name="MadeUpElements">How many elements are made up: no news to anyone.</param>
/// <param name="Dtd">Where a document type definition begins, if there is one.</param>
internal sealed record XmlRest(Stream? MadeUp, Stream Content, int SkippedLines, int MadeUpElements, SourceLocation Dtd = default);
