namespace StravaTools.PowerShell.Tests.Help;

/// <summary>A help page in the platyPS schema, as far as MAML can represent it.</summary>
internal sealed record HelpPage
{
    public required string Name { get; init; }

    public required string Synopsis { get; init; }

    public required IReadOnlyList<HelpSyntax> Syntax { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<HelpExample> Examples { get; init; }

    public required IReadOnlyList<HelpParameter> Parameters { get; init; }

    public required IReadOnlyList<HelpType> Inputs { get; init; }

    public required IReadOnlyList<HelpType> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<HelpLink> Links { get; init; }
}

/// <summary>A parameter set.</summary>
internal sealed record HelpSyntax(string Set, string Line)
{
    /// <summary>The names in the order of the syntax line. Names that are completely in brackets are optional.</summary>
    public IReadOnlyList<string> ParameterNames { get; } = [.. Line.Split(' ')
        .Where(word => word.TrimStart('[').StartsWith('-'))
        .Select(word => word.Trim('[', ']', '-'))];
}

/// <summary>An example: title, code, and remarks.</summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A type and its description.</summary>
internal sealed record HelpType(string Name, IReadOnlyList<string> Description);

/// <summary>A related link to another page or to the web.</summary>
internal sealed record HelpLink(string Text, string Target)
{
    public string Uri => Target.StartsWith("https://", StringComparison.Ordinal) ? Target : "";
}

/// <summary>A parameter with the values of its YAML block by name.</summary>
internal sealed record HelpParameter(string Name, IReadOnlyList<string> Description, IReadOnlyDictionary<string, string> Values)
{
    public string this[string name] => Values.GetValueOrDefault(name, "");

    public string Type => this["Type"];

    public bool IsSwitch => Type == "SwitchParameter";

    public IReadOnlyList<string> AcceptedValues => this["Accepted values"].Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
