using System.Xml.Linq;

namespace StravaTools.PowerShell.Tests.Help;

/// <summary>Writes pages as MAML, the form that Get-Help reads for cmdlets.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Root = "http://msh";

    public static string Write(IEnumerable<HelpPage> pages)
    {
        var items = new XElement(Root + "helpItems", new XAttribute("schema", "maml"), pages.Select(ToCommand));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Made of module/docs/*.md by the tests: UPDATE_GENERATED=1 dotnet test tests/StravaTools.PowerShell.Tests -->
            {items.ToString().ReplaceLineEndings("\n")}

            """;
    }

    private static XElement ToCommand(HelpPage page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1]),
            Text(Maml + "description", [page.Synopsis])),
        Text(Maml + "description", page.Description),
        new XElement(Command + "syntax", page.Syntax.Select(syntax => ToSyntax(page, syntax))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => ToParameter(parameter, inSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(input => ToType(Command + "inputType", input))),
        new XElement(Command + "returnValues", page.Outputs.Select(output => ToType(Command + "returnValue", output))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select(ToExample)),
        new XElement(Command + "relatedLinks", page.Links.Select(ToLink)));

    private static XElement ToSyntax(HelpPage page, HelpSyntax syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        syntax.ParameterNames.Select(name => ToParameter(page.Parameters.Single(parameter => parameter.Name == name), inSyntax: true)));

    private static XElement ToParameter(HelpParameter parameter, bool inSyntax) => new(
        Command + "parameter",
        new XAttribute("required", Lower(parameter["Required"])),
        new XAttribute("variableLength", "true"),
        new XAttribute("globbing", Lower(parameter["Accept wildcard characters"])),
        new XAttribute("pipelineInput", parameter["Accept pipeline input"]),
        new XAttribute("position", Lower(parameter["Position"])),
        new XAttribute("aliases", parameter["Aliases"] is { Length: > 0 } aliases ? aliases : "none"),
        new XElement(Maml + "name", parameter.Name),
        Text(Maml + "description", parameter.Description),
        inSyntax && parameter.AcceptedValues.Count > 0
            ? new XElement(Command + "parameterValueGroup", parameter.AcceptedValues.Select(ToAcceptedValue))
            : null,
        inSyntax && parameter.IsSwitch ? null : new XElement(
            Command + "parameterValue", new XAttribute("required", parameter.IsSwitch ? "false" : "true"),
            new XAttribute("variableLength", "false"), parameter.Type),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", parameter["Default value"]));

    private static XElement ToAcceptedValue(string value) =>
        new(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value);

    private static XElement ToType(XName name, HelpType type) => new(
        name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)), Text(Maml + "description", type.Description));

    private static XElement ToExample(HelpExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"-------- {example.Title} --------"),
        new XElement(Dev + "code", example.Code),
        Text(Dev + "remarks", [.. example.Remarks, ""]));

    /// <summary>The address is part of the text: Get-Help -Online opens the first uri instead of the page of the cmdlet.</summary>
    private static XElement ToLink(HelpLink link)
    {
        var text = link.Uri.StartsWith("https:", StringComparison.Ordinal) ? $"{link.Text}: {link.Uri}" : link.Text;
        return new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri"));
    }

    private static XElement Text(XName name, IEnumerable<string> paragraphs) => new(name, Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) =>
        paragraphs.Select(text => new XElement(Maml + "para", text));

    private static string Lower(string value) => value.ToLowerInvariant();
}
