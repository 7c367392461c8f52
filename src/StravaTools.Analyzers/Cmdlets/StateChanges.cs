using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Cmdlets;

/// <summary>Calls that change something outside of the process, and calls that ask whether they may.</summary>
internal static class StateChanges
{
    /// <summary>Type and the beginnings of the names of its methods. A new way to change something has its line here.</summary>
    private static readonly Dictionary<string, string[]> Changes = new(StringComparer.Ordinal)
    {
        ["StravaTools.Client.StravaClient"] = ["UploadAsync", "UploadPhotoAsync", "Create", "Update", "Delete"],
        ["StravaTools.Client.Uploads.ActivityUploader"] = ["Send"],
        ["StravaTools.Client.Testing.FakeStravaProcess"] = ["Start"],
        ["System.Net.Http.HttpClient"] = ["Post", "Put", "Patch", "Delete"],
        ["System.IO.File"] = ["Append", "Copy", "Create", "Delete", "Move", "Replace", "Set", "Write"],
        ["System.IO.FileInfo"] = ["Append", "CopyTo", "Create", "Delete", "MoveTo", "Replace"],
        ["System.IO.Directory"] = ["Create", "Delete", "Move"],
        ["System.IO.DirectoryInfo"] = ["Create", "Delete", "MoveTo"],
        ["System.Diagnostics.Process"] = ["Kill", "Start"],
        ["System.Environment"] = ["SetEnvironmentVariable"],
    };

    public static bool IsChange(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        && Changes.TryGetValue(method.ContainingType.ToDisplayString(), out var names)
        && names.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>PowerShell's own question, and those that hand it to the pipeline thread.</summary>
    public static bool IsQuestion(ISymbol symbol) => symbol.Name is "ShouldProcess" or "ShouldProcessAsync" && IsAnswer(symbol);

    /// <summary>A method that says yes or no, now or later.</summary>
    public static bool IsAnswer(ISymbol symbol) => symbol is IMethodSymbol { ReturnType: var type }
        && (IsBoolean(type) || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && IsBoolean(result)));

    private static bool IsBoolean(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean;
}
