namespace StravaTools.Analyzers.Cmdlets;

/// <summary>The types of PowerShell that the rules look for.</summary>
internal static class CmdletNames
{
    public const string Cmdlet = "System.Management.Automation.Cmdlet";
    public const string CmdletAttribute = "System.Management.Automation.CmdletAttribute";
    public const string OutputTypeAttribute = "System.Management.Automation.OutputTypeAttribute";
    public const string ParameterAttribute = "System.Management.Automation.ParameterAttribute";
    public const string AliasAttribute = "System.Management.Automation.AliasAttribute";
    public const string ErrorRecord = "System.Management.Automation.ErrorRecord";
    public const string PSObject = "System.Management.Automation.PSObject";
}
