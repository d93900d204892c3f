var Ol=Object.defineProperty;var Il=Object.getOwnPropertyDescriptor;var Ko=i=>{throw TypeError(i)};var T=(i,s,e,t)=>{for(var r=t>1?void 0:t?Il(s,e):s,o=i.length-1,a;o>=0;o--)(a=i[o])&&(r=(t?a(s,e,r):a(r))||r);return t&&r&&Ol(s,e,r),r};var jr=(i,s,e)=>s.has(i)||Ko("Cannot "+e);var M=(i,s,e)=>(jr(i,s,"read from private field"),e?e.call(i):s.get(i)),B=(i,s,e)=>s.has(i)?Ko("Cannot add the same private member more than once"):s instanceof WeakSet?s.add(i):s.set(i,e),Y=(i,s,e,t)=>(jr(i,s,"write to private field"),t?t.call(i,e):s.set(i,e),e),d=(i,s,e)=>(jr(i,s,"access private method"),e);var Di=["system","light","dark"],Yo="theme";function Wt(){try{let i=localStorage.getItem(Yo);return Di.find(s=>s===i)??"system"}catch{return"system"}}function Dr(i){i==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i}function Zo(i){Dr(i);try{localStorage.setItem(Yo,i)}catch{}}var ks=globalThis,Ts=ks.ShadowRoot&&(ks.ShadyCSS===void 0||ks.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Pr=Symbol(),Xo=new WeakMap,Pi=class{constructor(s,e,t){if(this._$cssResult$=!0,t!==Pr)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=s,this.t=e}get styleSheet(){let s=this.o,e=this.t;if(Ts&&s===void 0){let t=e!==void 0&&e.length===1;t&&(s=Xo.get(e)),s===void 0&&((this.o=s=new CSSStyleSheet).replaceSync(this.cssText),t&&Xo.set(e,s))}return s}toString(){return this.cssText}},Jo=i=>new Pi(typeof i=="string"?i:i+"",void 0,Pr),se=(i,...s)=>{let e=i.length===1?i[0]:s.reduce((t,r,o)=>t+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[o+1],i[0]);return new Pi(e,i,Pr)},Qo=(i,s)=>{if(Ts)i.adoptedStyleSheets=s.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of s){let t=document.createElement("style"),r=ks.litNonce;r!==void 0&&t.setAttribute("nonce",r),t.textContent=e.cssText,i.appendChild(t)}},Lr=Ts?i=>i:i=>i instanceof CSSStyleSheet?(s=>{let e="";for(let t of s.cssRules)e+=t.cssText;return Jo(e)})(i):i;var{is:Vl,defineProperty:Rl,getOwnPropertyDescriptor:jl,getOwnPropertyNames:Dl,getOwnPropertySymbols:Pl,getPrototypeOf:Ll}=Object,Es=globalThis,ea=Es.trustedTypes,Nl=ea?ea.emptyScript:"",Bl=Es.reactiveElementPolyfillSupport,Li=(i,s)=>i,Ni={toAttribute(i,s){switch(s){case Boolean:i=i?Nl:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,s){let e=i;switch(s){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},Hs=(i,s)=>!Vl(i,s),ta={attribute:!0,type:String,converter:Ni,reflect:!1,useDefault:!1,hasChanged:Hs};Symbol.metadata??=Symbol("metadata"),Es.litPropertyMetadata??=new WeakMap;var at=class extends HTMLElement{static addInitializer(s){this._$Ei(),(this.l??=[]).push(s)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(s,e=ta){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(s)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(s,e),!e.noAccessor){let t=Symbol(),r=this.getPropertyDescriptor(s,t,e);r!==void 0&&Rl(this.prototype,s,r)}}static getPropertyDescriptor(s,e,t){let{get:r,set:o}=jl(this.prototype,s)??{get(){return this[e]},set(a){this[e]=a}};return{get:r,set(a){let l=r?.call(this);o?.call(this,a),this.requestUpdate(s,l,t)},configurable:!0,enumerable:!0}}static getPropertyOptions(s){return this.elementProperties.get(s)??ta}static _$Ei(){if(this.hasOwnProperty(Li("elementProperties")))return;let s=Ll(this);s.finalize(),s.l!==void 0&&(this.l=[...s.l]),this.elementProperties=new Map(s.elementProperties)}static finalize(){if(this.hasOwnProperty(Li("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Li("properties"))){let e=this.properties,t=[...Dl(e),...Pl(e)];for(let r of t)this.createProperty(r,e[r])}let s=this[Symbol.metadata];if(s!==null){let e=litPropertyMetadata.get(s);if(e!==void 0)for(let[t,r]of e)this.elementProperties.set(t,r)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let r=this._$Eu(e,t);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){let e=[];if(Array.isArray(s)){let t=new Set(s.flat(1/0).reverse());for(let r of t)e.unshift(Lr(r))}else s!==void 0&&e.push(Lr(s));return e}static _$Eu(s,e){let t=e.attribute;return t===!1?void 0:typeof t=="string"?t:typeof s=="string"?s.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(s=>this.enableUpdating=s),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(s=>s(this))}addController(s){(this._$EO??=new Set).add(s),this.renderRoot!==void 0&&this.isConnected&&s.hostConnected?.()}removeController(s){this._$EO?.delete(s)}_$E_(){let s=new Map,e=this.constructor.elementProperties;for(let t of e.keys())this.hasOwnProperty(t)&&(s.set(t,this[t]),delete this[t]);s.size>0&&(this._$Ep=s)}createRenderRoot(){let s=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Qo(s,this.constructor.elementStyles),s}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(s=>s.hostConnected?.())}enableUpdating(s){}disconnectedCallback(){this._$EO?.forEach(s=>s.hostDisconnected?.())}attributeChangedCallback(s,e,t){this._$AK(s,t)}_$ET(s,e){let t=this.constructor.elementProperties.get(s),r=this.constructor._$Eu(s,t);if(r!==void 0&&t.reflect===!0){let o=(t.converter?.toAttribute!==void 0?t.converter:Ni).toAttribute(e,t.type);this._$Em=s,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null}}_$AK(s,e){let t=this.constructor,r=t._$Eh.get(s);if(r!==void 0&&this._$Em!==r){let o=t.getPropertyOptions(r),a=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ni;this._$Em=r;let l=a.fromAttribute(e,o.type);this[r]=l??this._$Ej?.get(r)??l,this._$Em=null}}requestUpdate(s,e,t,r=!1,o){if(s!==void 0){let a=this.constructor;if(r===!1&&(o=this[s]),t??=a.getPropertyOptions(s),!((t.hasChanged??Hs)(o,e)||t.useDefault&&t.reflect&&o===this._$Ej?.get(s)&&!this.hasAttribute(a._$Eu(s,t))))return;this.C(s,e,t)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(s,e,{useDefault:t,reflect:r,wrapped:o},a){t&&!(this._$Ej??=new Map).has(s)&&(this._$Ej.set(s,a??e??this[s]),o!==!0||a!==void 0)||(this._$AL.has(s)||(this.hasUpdated||t||(e=void 0),this._$AL.set(s,e)),r===!0&&this._$Em!==s&&(this._$Eq??=new Set).add(s))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let s=this.scheduleUpdate();return s!=null&&await s,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,o]of this._$Ep)this[r]=o;this._$Ep=void 0}let t=this.constructor.elementProperties;if(t.size>0)for(let[r,o]of t){let{wrapped:a}=o,l=this[r];a!==!0||this._$AL.has(r)||l===void 0||this.C(r,void 0,o,l)}}let s=!1,e=this._$AL;try{s=this.shouldUpdate(e),s?(this.willUpdate(e),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(e)):this._$EM()}catch(t){throw s=!1,this._$EM(),t}s&&this._$AE(e)}willUpdate(s){}_$AE(s){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(s)),this.updated(s)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(s){return!0}update(s){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(s){}firstUpdated(s){}};at.elementStyles=[],at.shadowRootOptions={mode:"open"},at[Li("elementProperties")]=new Map,at[Li("finalized")]=new Map,Bl?.({ReactiveElement:at}),(Es.reactiveElementVersions??=[]).push("2.1.2");var Br=globalThis,ia=i=>i,Cs=Br.trustedTypes,sa=Cs?Cs.createPolicy("lit-html",{createHTML:i=>i}):void 0,Ur="$lit$",nt=`lit$${Math.random().toFixed(9).slice(2)}$`,qr="?"+nt,Ul=`<${qr}>`,Ht=document,Ui=()=>Ht.createComment(""),qi=i=>i===null||typeof i!="object"&&typeof i!="function",Fr=Array.isArray,ha=i=>Fr(i)||typeof i?.[Symbol.iterator]=="function",Nr=`[ 	
\f\r]`,Bi=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ra=/-->/g,oa=/>/g,Tt=RegExp(`>|${Nr}(?:([^\\s"'>=/]+)(${Nr}*=${Nr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),aa=/'/g,na=/"/g,ca=/^(?:script|style|textarea|title)$/i,Gr=i=>(s,...e)=>({_$litType$:i,strings:s,values:e}),n=Gr(1),I=Gr(2),ud=Gr(3),ue=Symbol.for("lit-noChange"),x=Symbol.for("lit-nothing"),la=new WeakMap,Et=Ht.createTreeWalker(Ht,129);function da(i,s){if(!Fr(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return sa!==void 0?sa.createHTML(s):s}var ma=(i,s)=>{let e=i.length-1,t=[],r,o=s===2?"<svg>":s===3?"<math>":"",a=Bi;for(let l=0;l<e;l++){let c=i[l],u,p,h=-1,k=0;for(;k<c.length&&(a.lastIndex=k,p=a.exec(c),p!==null);)k=a.lastIndex,a===Bi?p[1]==="!--"?a=ra:p[1]!==void 0?a=oa:p[2]!==void 0?(ca.test(p[2])&&(r=RegExp("</"+p[2],"g")),a=Tt):p[3]!==void 0&&(a=Tt):a===Tt?p[0]===">"?(a=r??Bi,h=-1):p[1]===void 0?h=-2:(h=a.lastIndex-p[2].length,u=p[1],a=p[3]===void 0?Tt:p[3]==='"'?na:aa):a===na||a===aa?a=Tt:a===ra||a===oa?a=Bi:(a=Tt,r=void 0);let y=a===Tt&&i[l+1].startsWith("/>")?" ":"";o+=a===Bi?c+Ul:h>=0?(t.push(u),c.slice(0,h)+Ur+c.slice(h)+nt+y):c+nt+(h===-2?l:y)}return[da(i,o+(i[e]||"<?>")+(s===2?"</svg>":s===3?"</math>":"")),t]},Fi=class i{constructor({strings:s,_$litType$:e},t){let r;this.parts=[];let o=0,a=0,l=s.length-1,c=this.parts,[u,p]=ma(s,e);if(this.el=i.createElement(u,t),Et.currentNode=this.el.content,e===2||e===3){let h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(r=Et.nextNode())!==null&&c.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let h of r.getAttributeNames())if(h.endsWith(Ur)){let k=p[a++],y=r.getAttribute(h).split(nt),w=/([.?@])?(.*)/.exec(k);c.push({type:1,index:o,name:w[2],strings:y,ctor:w[1]==="."?As:w[1]==="?"?Os:w[1]==="@"?Is:St}),r.removeAttribute(h)}else h.startsWith(nt)&&(c.push({type:6,index:o}),r.removeAttribute(h));if(ca.test(r.tagName)){let h=r.textContent.split(nt),k=h.length-1;if(k>0){r.textContent=Cs?Cs.emptyScript:"";for(let y=0;y<k;y++)r.append(h[y],Ui()),Et.nextNode(),c.push({type:2,index:++o});r.append(h[k],Ui())}}}else if(r.nodeType===8)if(r.data===qr)c.push({type:2,index:o});else{let h=-1;for(;(h=r.data.indexOf(nt,h+1))!==-1;)c.push({type:7,index:o}),h+=nt.length-1}o++}}static createElement(s,e){let t=Ht.createElement("template");return t.innerHTML=s,t}};function Ct(i,s,e=i,t){if(s===ue)return s;let r=t!==void 0?e._$Co?.[t]:e._$Cl,o=qi(s)?void 0:s._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(i),r._$AT(i,e,t)),t!==void 0?(e._$Co??=[])[t]=r:e._$Cl=r),r!==void 0&&(s=Ct(i,r._$AS(i,s.values),r,t)),s}var Ss=class{constructor(s,e){this._$AV=[],this._$AN=void 0,this._$AD=s,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(s){let{el:{content:e},parts:t}=this._$AD,r=(s?.creationScope??Ht).importNode(e,!0);Et.currentNode=r;let o=Et.nextNode(),a=0,l=0,c=t[0];for(;c!==void 0;){if(a===c.index){let u;c.type===2?u=new Kt(o,o.nextSibling,this,s):c.type===1?u=new c.ctor(o,c.name,c.strings,this,s):c.type===6&&(u=new Vs(o,this,s)),this._$AV.push(u),c=t[++l]}a!==c?.index&&(o=Et.nextNode(),a++)}return Et.currentNode=Ht,r}p(s){let e=0;for(let t of this._$AV)t!==void 0&&(t.strings!==void 0?(t._$AI(s,t,e),e+=t.strings.length-2):t._$AI(s[e])),e++}},Kt=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(s,e,t,r){this.type=2,this._$AH=x,this._$AN=void 0,this._$AA=s,this._$AB=e,this._$AM=t,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let s=this._$AA.parentNode,e=this._$AM;return e!==void 0&&s?.nodeType===11&&(s=e.parentNode),s}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(s,e=this){s=Ct(this,s,e),qi(s)?s===x||s==null||s===""?(this._$AH!==x&&this._$AR(),this._$AH=x):s!==this._$AH&&s!==ue&&this._(s):s._$litType$!==void 0?this.$(s):s.nodeType!==void 0?this.T(s):ha(s)?this.k(s):this._(s)}O(s){return this._$AA.parentNode.insertBefore(s,this._$AB)}T(s){this._$AH!==s&&(this._$AR(),this._$AH=this.O(s))}_(s){this._$AH!==x&&qi(this._$AH)?this._$AA.nextSibling.data=s:this.T(Ht.createTextNode(s)),this._$AH=s}$(s){let{values:e,_$litType$:t}=s,r=typeof t=="number"?this._$AC(s):(t.el===void 0&&(t.el=Fi.createElement(da(t.h,t.h[0]),this.options)),t);if(this._$AH?._$AD===r)this._$AH.p(e);else{let o=new Ss(r,this),a=o.u(this.options);o.p(e),this.T(a),this._$AH=o}}_$AC(s){let e=la.get(s.strings);return e===void 0&&la.set(s.strings,e=new Fi(s)),e}k(s){Fr(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,t,r=0;for(let o of s)r===e.length?e.push(t=new i(this.O(Ui()),this.O(Ui()),this,this.options)):t=e[r],t._$AI(o),r++;r<e.length&&(this._$AR(t&&t._$AB.nextSibling,r),e.length=r)}_$AR(s=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);s!==this._$AB;){let t=ia(s).nextSibling;ia(s).remove(),s=t}}setConnected(s){this._$AM===void 0&&(this._$Cv=s,this._$AP?.(s))}},St=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(s,e,t,r,o){this.type=1,this._$AH=x,this._$AN=void 0,this.element=s,this.name=e,this._$AM=r,this.options=o,t.length>2||t[0]!==""||t[1]!==""?(this._$AH=Array(t.length-1).fill(new String),this.strings=t):this._$AH=x}_$AI(s,e=this,t,r){let o=this.strings,a=!1;if(o===void 0)s=Ct(this,s,e,0),a=!qi(s)||s!==this._$AH&&s!==ue,a&&(this._$AH=s);else{let l=s,c,u;for(s=o[0],c=0;c<o.length-1;c++)u=Ct(this,l[t+c],e,c),u===ue&&(u=this._$AH[c]),a||=!qi(u)||u!==this._$AH[c],u===x?s=x:s!==x&&(s+=(u??"")+o[c+1]),this._$AH[c]=u}a&&!r&&this.j(s)}j(s){s===x?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,s??"")}},As=class extends St{constructor(){super(...arguments),this.type=3}j(s){this.element[this.name]=s===x?void 0:s}},Os=class extends St{constructor(){super(...arguments),this.type=4}j(s){this.element.toggleAttribute(this.name,!!s&&s!==x)}},Is=class extends St{constructor(s,e,t,r,o){super(s,e,t,r,o),this.type=5}_$AI(s,e=this){if((s=Ct(this,s,e,0)??x)===ue)return;let t=this._$AH,r=s===x&&t!==x||s.capture!==t.capture||s.once!==t.once||s.passive!==t.passive,o=s!==x&&(t===x||r);r&&this.element.removeEventListener(this.name,this,t),o&&this.element.addEventListener(this.name,this,s),this._$AH=s}handleEvent(s){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,s):this._$AH.handleEvent(s)}},Vs=class{constructor(s,e,t){this.element=s,this.type=6,this._$AN=void 0,this._$AM=e,this.options=t}get _$AU(){return this._$AM._$AU}_$AI(s){Ct(this,s)}},pa={M:Ur,P:nt,A:qr,C:1,L:ma,R:Ss,D:ha,V:Ct,I:Kt,H:St,N:Os,U:Is,B:As,F:Vs},ql=Br.litHtmlPolyfillSupport;ql?.(Fi,Kt),(Br.litHtmlVersions??=[]).push("3.3.3");var fa=(i,s,e)=>{let t=e?.renderBefore??s,r=t._$litPart$;if(r===void 0){let o=e?.renderBefore??null;t._$litPart$=r=new Kt(s.insertBefore(Ui(),o),o,void 0,e??{})}return r._$AI(i),r};var Wr=globalThis,j=class extends at{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let s=super.createRenderRoot();return this.renderOptions.renderBefore??=s.firstChild,s}update(s){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(s),this._$Do=fa(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ue}};j._$litElement$=!0,j.finalized=!0,Wr.litElementHydrateSupport?.({LitElement:j});var Fl=Wr.litElementPolyfillSupport;Fl?.({LitElement:j});(Wr.litElementVersions??=[]).push("4.2.2");var bt=class extends Event{constructor(s,e,t,r){super("context-request",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e,this.callback=t,this.subscribe=r??!1}};var Yt=class{constructor(s,e,t,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,a)),this.unsubscribe=a},this.host=s,e.context!==void 0){let o=e;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=e,this.callback=t,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new bt(this.context,this.host,this.t,this.subscribe))}};var Rs=class{get value(){return this.o}set value(s){this.setValue(s)}setValue(s,e=!1){let t=e||!Object.is(s,this.o);this.o=s,t&&this.updateObservers()}constructor(s){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},s!==void 0&&(this.value=s)}addCallback(s,e,t){if(!t)return void s(this.value);this.subscriptions.has(s)||this.subscriptions.set(s,{disposer:()=>{this.subscriptions.delete(s)},consumerHost:e});let{disposer:r}=this.subscriptions.get(s);s(this.value,r)}clearCallbacks(){this.subscriptions.clear()}};var Kr=class extends Event{constructor(s,e){super("context-provider",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e}},Zt=class extends Rs{constructor(s,e,t){super(e.context!==void 0?e.initialValue:t),this.onContextRequest=r=>{if(r.context!==this.context)return;let o=r.contextTarget??r.composedPath()[0];o!==this.host&&(r.stopPropagation(),this.addCallback(r.callback,o,r.subscribe))},this.onProviderRequest=r=>{if(r.context!==this.context||(r.contextTarget??r.composedPath()[0])===this.host)return;let o=new Set;for(let[a,{consumerHost:l}]of this.subscriptions)o.has(a)||(o.add(a),l.dispatchEvent(new bt(this.context,l,a,!0)));r.stopPropagation()},this.host=s,e.context!==void 0?this.context=e.context:this.context=e,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new Kr(this.context,this.host))}};function Gi({context:i}){return(s,e)=>{let t=new WeakMap;if(typeof e=="object")return{get(){return s.get.call(this)},set(r){return t.get(this).setValue(r),s.set.call(this,r)},init(r){return t.set(this,new Zt(this,{context:i,initialValue:r})),r}};{s.constructor.addInitializer((a=>{t.set(a,new Zt(a,{context:i}))}));let r=Object.getOwnPropertyDescriptor(s,e),o;if(r===void 0){let a=new WeakMap;o={get(){return a.get(this)},set(l){t.get(this).setValue(l),a.set(this,l)},configurable:!0,enumerable:!0}}else{let a=r.set;o={...r,set(l){t.get(this).setValue(l),a?.call(this,l)}}}return void Object.defineProperty(s,e,o)}}}function de({context:i,subscribe:s}){return(e,t)=>{typeof t=="object"?t.addInitializer((function(){new Yt(this,{context:i,callback:r=>{e.set.call(this,r)},subscribe:s})})):e.constructor.addInitializer((r=>{new Yt(r,{context:i,callback:o=>{r[t]=o},subscribe:s})}))}}var U=i=>(s,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(i,s)}):customElements.define(i,s)};var Wl={attribute:!0,type:String,converter:Ni,reflect:!1,hasChanged:Hs},Kl=(i=Wl,s,e)=>{let{kind:t,metadata:r}=e,o=globalThis.litPropertyMetadata.get(r);if(o===void 0&&globalThis.litPropertyMetadata.set(r,o=new Map),t==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),t==="accessor"){let{name:a}=e;return{set(l){let c=s.get.call(this);s.set.call(this,l),this.requestUpdate(a,c,i,!0,l)},init(l){return l!==void 0&&this.C(a,void 0,i,l),l}}}if(t==="setter"){let{name:a}=e;return function(l){let c=this[a];s.call(this,l),this.requestUpdate(a,c,i,!0,l)}}throw Error("Unsupported decorator location: "+t)};function m(i){return(s,e)=>typeof e=="object"?Kl(i,s,e):((t,r,o)=>{let a=r.hasOwnProperty(o);return r.constructor.createProperty(o,t),a?Object.getOwnPropertyDescriptor(r,o):void 0})(i,s,e)}function re(i){return m({...i,state:!0,attribute:!1})}var At=(i,s,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof s!="object"&&Object.defineProperty(i,s,e),e);function Wi(i,s){return(e,t,r)=>{let o=a=>a.renderRoot?.querySelector(i)??null;if(s){let{get:a,set:l}=typeof t=="object"?e:r??(()=>{let c=Symbol();return{get(){return this[c]},set(u){this[c]=u}}})();return At(e,t,{get(){let c=a.call(this);return c===void 0&&(c=o(this),(c!==null||this.hasUpdated)&&l.call(this,c)),c}})}return At(e,t,{get(){return o(this)}})}}function W(i,s,e){return i?s(i):e?.(i)}var{I:Yl}=pa,ua=i=>i;var js=i=>i.strings===void 0,va=()=>document.createComment(""),Xt=(i,s,e)=>{let t=i._$AA.parentNode,r=s===void 0?i._$AB:s._$AA;if(e===void 0){let o=t.insertBefore(va(),r),a=t.insertBefore(va(),r);e=new Yl(o,a,i,i.options)}else{let o=e._$AB.nextSibling,a=e._$AM,l=a!==i;if(l){let c;e._$AQ?.(i),e._$AM=i,e._$AP!==void 0&&(c=i._$AU)!==a._$AU&&e._$AP(c)}if(o!==r||l){let c=e._$AA;for(;c!==o;){let u=ua(c).nextSibling;ua(t).insertBefore(c,r),c=u}}}return e},yt=(i,s,e=i)=>(i._$AI(s,e),i),Zl={},Ds=(i,s=Zl)=>i._$AH=s,ga=i=>i._$AH,Ps=i=>{i._$AR(),i._$AA.remove()};var we={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ge=i=>(...s)=>({_$litDirective$:i,values:s}),Te=class{constructor(s){}get _$AU(){return this._$AM._$AU}_$AT(s,e,t){this._$Ct=s,this._$AM=e,this._$Ci=t}_$AS(s,e){return this.update(s,e)}update(s,e){return this.render(...e)}};var Ki=(i,s)=>{let e=i._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),Ki(t,s);return!0},Ls=i=>{let s,e;do{if((s=i._$AM)===void 0)break;e=s._$AN,e.delete(i),i=s}while(e?.size===0)},ba=i=>{for(let s;s=i._$AM;i=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(i))break;e.add(i),Ql(s)}};function Xl(i){this._$AN!==void 0?(Ls(this),this._$AM=i,ba(this)):this._$AM=i}function Jl(i,s=!1,e=0){let t=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(s)if(Array.isArray(t))for(let o=e;o<t.length;o++)Ki(t[o],!1),Ls(t[o]);else t!=null&&(Ki(t,!1),Ls(t));else Ki(this,i)}var Ql=i=>{i.type==we.CHILD&&(i._$AP??=Jl,i._$AQ??=Xl)},Ns=class extends Te{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),ba(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(Ki(this,s),Ls(this))}setValue(s){if(js(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var Yr=class extends Ns{host;element;prevData={};eventData={};render(s){return x}update(s,[e]){this.element!==s.element&&(this.element=s.element),this.host=s.options?.host??this.element,this.apply(e),this.groom(e),this.prevData={...e}}apply(s){if(!s)return;let{prevData:e,element:t}=this;for(let[r,o]of Object.entries(s)){if(o===e[r])continue;let a=r.slice(1);switch(r[0]){case"@":this.eventData[a]=o,this.applyEvent(a,o);break;case".":t[a]=o;break;case"?":o?t.setAttribute(a,""):t.removeAttribute(a);break;default:o===null?t.removeAttribute(r):t.setAttribute(r,String(o));break}}}groom(s){let{prevData:e,element:t}=this;if(e)for(let[r,o]of Object.entries(e)){let a=r.slice(1);if(!s||!(r in s)&&t[a]===o)switch(r[0]){case"@":this.groomEvent(a,o);break;case".":t[a]=void 0;break;case"?":t.removeAttribute(a);break;default:t.removeAttribute(r);break}}}applyEvent(s,e){let{prevData:t,element:r}=this;this.eventData[s]=e,t[s]&&r.removeEventListener(s,this,e),r.addEventListener(s,this,e)}groomEvent(s,e){let{element:t}=this;Reflect.deleteProperty(this.eventData,s),t.removeEventListener(s,this,e)}handleEvent(s){let e=this.eventData[s.type];typeof e=="function"?e.call(this.host,s):e.handleEvent(s)}disconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.removeEventListener(o,this,r)}}reconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.addEventListener(o,this,r)}}},V=Ge(Yr);var eh=I`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function Bs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${eh}
	</svg>`}var th=I`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function Us(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${th}
	</svg>`}var ih=I`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function qs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ih}
	</svg>`}var sh=I`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function Fs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sh}
	</svg>`}var rh=I`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function Gs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rh}
	</svg>`}var oh=I`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function Ws(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oh}
	</svg>`}var ah=I`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function Ks(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ah}
	</svg>`}var nh=I`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function Ys(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${nh}
	</svg>`}var lh=I`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function Zs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${lh}
	</svg>`}var hh=I`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function Xs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hh}
	</svg>`}var ch=I`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function Js(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ch}
	</svg>`}var dh=I`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function Qs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dh}
	</svg>`}var mh=I`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function er(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${mh}
	</svg>`}var ph=I`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function tr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ph}
	</svg>`}var fh=I`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function ir(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fh}
	</svg>`}var uh=I`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function sr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${uh}
	</svg>`}var vh=I`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function rr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${vh}
	</svg>`}var gh=I`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function or(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${gh}
	</svg>`}var bh=I`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function ar(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${bh}
	</svg>`}var yh=I`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function nr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${yh}
	</svg>`}var zh=I`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function lr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${zh}
	</svg>`}var wh=globalThis.$discordMessage??{};function Ot(){return wh}var Zr={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Xr=Ot().avatars??{},It=Object.assign(Zr,Xr,{default:Zr[Xr.default]??Xr.default??Zr.blue}),hr=Ot().profiles??{},ya=Ot().defaultTheme==="light"?"light":"dark",za=Ot().defaultMode==="compact"?"compact":"cozy",wa=Ot().defaultBackground==="none"?"none":"discord",_a=new Map([["heart",Ws()],["crystal",Bs()],["diamond",Us()],["explosion",qs()],["flame",Fs()],["flower",Gs()],["key",Ks()],["leaf",Ys()],["lightning",Zs()],["magic",Xs()],["moon",Js()],["mushroom",Qs()],["mythical",er()],["ornament",tr()],["plasma",ir()],["rock",sr()],["shell",rr()],["skull",or()],["sun",ar()],["sword",nr()],["water",lr()]]);var _h=I`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function Yi(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${_h}
	</svg>`}var xh=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function Zi(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${xh}
	</svg>`}var $h=I`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function Xi(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${$h}
	</svg>`}var Mh=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function Ji(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Mh}
	</svg>`}var kh=I`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function Qi(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${kh}
	</svg>`}var Jt=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},We=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},_e="light-theme",lt="compact-mode",Jr="no-background",K8=(()=>{let i=[U("discord-messages")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[];var ee=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[Gi({context:_e}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],c=[Gi({context:Jr}),m({type:Boolean,reflect:!0,attribute:"no-background"})],h=[Gi({context:lt}),m({type:Boolean,reflect:!0,attribute:"compact-mode"})],w=[m({reflect:!0,attribute:"channel-type"})],$=[m({reflect:!0,attribute:"channel-name"})],Jt(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:_=>"lightTheme"in _,get:_=>_.lightTheme,set:(_,G)=>{_.lightTheme=G}},metadata:H},a,l),Jt(this,null,c,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:_=>"noBackground"in _,get:_=>_.noBackground,set:(_,G)=>{_.noBackground=G}},metadata:H},u,p),Jt(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:_=>"compactMode"in _,get:_=>_.compactMode,set:(_,G)=>{_.compactMode=G}},metadata:H},k,y),Jt(this,null,w,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:_=>"channelType"in _,get:_=>_.channelType,set:(_,G)=>{_.channelType=G}},metadata:H},b,g),Jt(this,null,$,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:_=>"channelName"in _,get:_=>_.channelName,set:(_,G)=>{_.channelName=G}},metadata:H},L,O),Jt(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ee=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=se`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=We(this,a,!1);get lightTheme(){return this.#e}set lightTheme(H){this.#e=H}#i=(We(this,l),We(this,u,!1));get noBackground(){return this.#i}set noBackground(H){this.#i=H}#s=(We(this,p),We(this,k,!1));get compactMode(){return this.#s}set compactMode(H){this.#s=H}#t=(We(this,y),We(this,b,void 0));get channelType(){return this.#t}set channelType(H){this.#t=H}#r=(We(this,g),We(this,L,void 0));get channelName(){return this.#r}set channelName(H){this.#r=H}connectedCallback(){super.connectedCallback(),(this.lightTheme||ya==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||za==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||wa==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let H;switch(this.channelType){case"text":H=n`${Zi()}`;break;case"voice":H=n`${Qi()}`;break;case"locked":H=n`${Ji()}`;break;case"thread":H=n`${Xi()}`;break;case"forum":H=n`${Yi()}`;break}return n`
			${W(this.channelType&&this.channelName,()=>n`<div class="discord-channel-header">
						<div class="discord-channel-icon">${H}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),We(this,O)}static{We(t,e)}};return ee=t})();var Th=I`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function zt(i={}){return n`<svg
		${V(i)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Th}
	</svg>`}var Qr=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},es=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},xa=(()=>{let i=[U("discord-verified-author-tag")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[];var h=class extends r{static{t=this}static{let k=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m({type:Boolean})],c=[de({context:lt}),m({type:Boolean,reflect:!0,attribute:"compact-mode"})],Qr(this,null,o,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:y=>"verified"in y,get:y=>y.verified,set:(y,w)=>{y.verified=w}},metadata:k},a,l),Qr(this,null,c,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:y=>"compactMode"in y,get:y=>y.compactMode,set:(y,w)=>{y.compactMode=w}},metadata:k},u,p),Qr(null,s={value:t},i,{kind:"class",name:t.name,metadata:k},null,e),h=t=s.value,k&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:k})}static styles=se`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=es(this,a,!1);get verified(){return this.#e}set verified(k){this.#e=k}#i=(es(this,l),es(this,u,!1));get compactMode(){return this.#i}set compactMode(k){this.#i=k}render(){return n`${W(this.verified,()=>zt())}App`}constructor(){super(...arguments),es(this,p)}static{es(t,e)}};return h=t})();var oe=i=>i??x;var $a="important",Eh=" !"+$a,Vt=Ge(class extends Te{constructor(i){if(super(i),i.type!==we.ATTRIBUTE||i.name!=="style"||i.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce((s,e)=>{let t=i[e];return t==null?s:s+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${t};`},"")}update(i,[s]){let{style:e}=i.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(s)),this.render(s);for(let t of this.ft)s[t]==null&&(this.ft.delete(t),t.includes("-")?e.removeProperty(t):e[t]=null);for(let t in s){let r=s[t];if(r!=null){this.ft.add(t);let o=typeof r=="string"&&r.endsWith(Eh);t.includes("-")||o?e.setProperty(t,o?r.slice(0,-11):r,o?$a:""):e[t]=r}}return ue}});var Hh=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),Ch=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),Sh=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),Ah=i=>i instanceof Date?Hh.format(i):i,Oh=(i,s=!1)=>i instanceof Date?s?Sh.format(i):Ch.format(i):i;function Qt(i,s=!1,e=!1){if(!(i instanceof Date)&&typeof i!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return s?Oh(i,e):Ah(i)}var Ih=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function ei(i){let s=Ot().emojis?.[i];if(s)return s;let e=Ih.exec(i);if(e?.groups){let{name:t,id:r,animated:o}=e.groups;return{name:t,url:`https://cdn.discordapp.com/emojis/${r}.${o?"gif":"png"}`}}}function cr(i){if(i)return _a.get(i)??i}var Me=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},ne=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ma=(()=>{let i=[U("discord-author-info")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[],ee,H=[],_=[],G,ve=[],ye=[],ze,Se=[],Ae=[],Oe,Ie=[],Ve=[],Re,je=[],De=[],Pe,Le=[],Ne=[],Be,Ue=[],qe=[],Fe,N=[],S=[];var X=class extends r{static{t=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m()],c=[m({type:Boolean})],h=[m({type:Boolean})],w=[m({type:Boolean,attribute:"official-app"})],$=[m({type:Boolean})],ee=[m({attribute:"role-color"})],G=[m({attribute:"role-icon"})],ze=[m({attribute:"role-name"})],Oe=[m({attribute:"clan-icon"})],Re=[m({attribute:"clan-tag"})],Pe=[m({type:Boolean})],Be=[de({context:lt}),m({type:Boolean,reflect:!0,attribute:"compact-mode"})],Fe=[de({context:_e}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],Me(this,null,o,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:C=>"author"in C,get:C=>C.author,set:(C,ie)=>{C.author=ie}},metadata:D},a,l),Me(this,null,c,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:C=>"bot"in C,get:C=>C.bot,set:(C,ie)=>{C.bot=ie}},metadata:D},u,p),Me(this,null,h,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:C=>"server"in C,get:C=>C.server,set:(C,ie)=>{C.server=ie}},metadata:D},k,y),Me(this,null,w,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:C=>"officialApp"in C,get:C=>C.officialApp,set:(C,ie)=>{C.officialApp=ie}},metadata:D},b,g),Me(this,null,$,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:C=>"op"in C,get:C=>C.op,set:(C,ie)=>{C.op=ie}},metadata:D},L,O),Me(this,null,ee,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:C=>"roleColor"in C,get:C=>C.roleColor,set:(C,ie)=>{C.roleColor=ie}},metadata:D},H,_),Me(this,null,G,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:C=>"roleIcon"in C,get:C=>C.roleIcon,set:(C,ie)=>{C.roleIcon=ie}},metadata:D},ve,ye),Me(this,null,ze,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:C=>"roleName"in C,get:C=>C.roleName,set:(C,ie)=>{C.roleName=ie}},metadata:D},Se,Ae),Me(this,null,Oe,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:C=>"clanIcon"in C,get:C=>C.clanIcon,set:(C,ie)=>{C.clanIcon=ie}},metadata:D},Ie,Ve),Me(this,null,Re,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:C=>"clanTag"in C,get:C=>C.clanTag,set:(C,ie)=>{C.clanTag=ie}},metadata:D},je,De),Me(this,null,Pe,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:C=>"verified"in C,get:C=>C.verified,set:(C,ie)=>{C.verified=ie}},metadata:D},Le,Ne),Me(this,null,Be,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:C=>"compactMode"in C,get:C=>C.compactMode,set:(C,ie)=>{C.compactMode=ie}},metadata:D},Ue,qe),Me(this,null,Fe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:C=>"lightTheme"in C,get:C=>C.lightTheme,set:(C,ie)=>{C.lightTheme=ie}},metadata:D},N,S),Me(null,s={value:t},i,{kind:"class",name:t.name,metadata:D},null,e),X=t=s.value,D&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=se`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=ne(this,a,void 0);get author(){return this.#e}set author(D){this.#e=D}#i=(ne(this,l),ne(this,u,!1));get bot(){return this.#i}set bot(D){this.#i=D}#s=(ne(this,p),ne(this,k,!1));get server(){return this.#s}set server(D){this.#s=D}#t=(ne(this,y),ne(this,b,!1));get officialApp(){return this.#t}set officialApp(D){this.#t=D}#r=(ne(this,g),ne(this,L,!1));get op(){return this.#r}set op(D){this.#r=D}#o=(ne(this,O),ne(this,H,void 0));get roleColor(){return this.#o}set roleColor(D){this.#o=D}#d=(ne(this,_),ne(this,ve,void 0));get roleIcon(){return this.#d}set roleIcon(D){this.#d=D}#m=(ne(this,ye),ne(this,Se,void 0));get roleName(){return this.#m}set roleName(D){this.#m=D}#h=(ne(this,Ae),ne(this,Ie,void 0));get clanIcon(){return this.#h}set clanIcon(D){this.#h=D}#l=(ne(this,Ve),ne(this,je,void 0));get clanTag(){return this.#l}set clanTag(D){this.#l=D}#p=(ne(this,De),ne(this,Le,!1));get verified(){return this.#p}set verified(D){this.#p=D}#c=(ne(this,Ne),ne(this,Ue,!1));get compactMode(){return this.#c}set compactMode(D){this.#c=D}#f=(ne(this,qe),ne(this,N,!1));get lightTheme(){return this.#f}set lightTheme(D){this.#f=D}render(){let D=cr(this.clanIcon),C=this.clanTag?.slice(0,4);return n`${W(this.compactMode,()=>null,()=>n`<span class="discord-author-username" style="${Vt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${W(this.roleIcon&&!this.compactMode,()=>n`<img
					class="discord-author-role-icon"
					src=${oe(this.roleIcon)}
					height="20"
					width="20"
					alt=${oe(this.roleName)}
					draggable="false"
				/>`)}
		${W(this.bot&&!this.server&&!this.officialApp,()=>n`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${W(this.server&&!this.bot&&!this.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
		${W(this.officialApp&&!this.server&&!this.bot,()=>n`<span class="discord-official-application">${zt()}OFFICIAL</span>`)}
		${W(this.op,()=>n`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${W(this.compactMode,()=>n`<span class="discord-author-username" style="${Vt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${W(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>n`
				<span class="discord-clan-tag">
					${D==="string"?n`<img srcset=${oe(D)} alt=${oe(C)} width="12" height="12" draggable="false" />`:D}
					<span>${C}</span>
				</span>
			`)} `}constructor(){super(...arguments),ne(this,S)}static{ne(t,e)}};return X=t})();var wt=Ge(class extends Te{constructor(i){if(super(i),i.type!==we.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(s=>i[s]).join(" ")+" "}update(i,[s]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(t=>t!=="")));for(let t in s)s[t]&&!this.nt?.has(t)&&this.st.add(t);return this.render(s)}let e=i.element.classList;for(let t of this.st)t in s||(e.remove(t),this.st.delete(t));for(let t in s){let r=!!s[t];r===this.st.has(t)||this.nt?.has(t)||(r?(e.add(t),this.st.add(t)):(e.remove(t),this.st.delete(t)))}return ue}});var ti=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},Ke=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Up=(()=>{let i=[U("discord-custom-emoji")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[];var ee=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m()],c=[m()],h=[m({attribute:!1})],w=[m({type:Boolean,attribute:"embed-emoji"})],$=[m({type:Boolean,attribute:"jumbo"})],ti(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:_=>"name"in _,get:_=>_.name,set:(_,G)=>{_.name=G}},metadata:H},a,l),ti(this,null,c,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:_=>"url"in _,get:_=>_.url,set:(_,G)=>{_.url=G}},metadata:H},u,p),ti(this,null,h,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:_=>"customEmojisMap"in _,get:_=>_.customEmojisMap,set:(_,G)=>{_.customEmojisMap=G}},metadata:H},k,y),ti(this,null,w,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:_=>"embedEmoji"in _,get:_=>_.embedEmoji,set:(_,G)=>{_.embedEmoji=G}},metadata:H},b,g),ti(this,null,$,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:_=>"jumbo"in _,get:_=>_.jumbo,set:(_,G)=>{_.jumbo=G}},metadata:H},L,O),ti(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ee=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=se`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=Ke(this,a,void 0);get name(){return this.#e}set name(H){this.#e=H}#i=(Ke(this,l),Ke(this,u,void 0));get url(){return this.#i}set url(H){this.#i=H}#s=(Ke(this,p),Ke(this,k,{}));get customEmojisMap(){return this.#s}set customEmojisMap(H){this.#s=H}#t=(Ke(this,y),Ke(this,b,void 0));get embedEmoji(){return this.#t}set embedEmoji(H){this.#t=H}#r=(Ke(this,g),Ke(this,L,void 0));get jumbo(){return this.#r}set jumbo(H){this.#r=H}willUpdate(){if(!this.url&&this.name){let H=ei(this.name)??this.customEmojisMap[this.name];H&&(this.url??=H.url??"",this.embedEmoji??=H.embedEmoji??!1)}}render(){let H=`:${this.name}:`;return n`<span
			class=${wt({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${H}
				src=${oe(this.url)}
				alt=${H}
				draggable="false"
				class=${wt({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),Ke(this,O)}static{Ke(t,e)}};return ee=t})();var ke=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},le=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},ka=(()=>{let i=[U("discord-embed")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[],ee,H=[],_=[],G,ve=[],ye=[],ze,Se=[],Ae=[],Oe,Ie=[],Ve=[],Re,je=[],De=[],Pe,Le=[],Ne=[],Be,Ue=[],qe=[];var Fe=class extends r{static{t=this}static{let N=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m()],c=[m({attribute:"author-name"})],h=[m({attribute:"author-image"})],w=[m({attribute:"author-url"})],$=[m({attribute:"embed-title"})],ee=[m({attribute:!1})],G=[m()],ze=[m()],Oe=[m()],Re=[m()],Pe=[m()],Be=[de({context:_e,subscribe:!0}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],ke(this,null,o,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:S=>"color"in S,get:S=>S.color,set:(S,X)=>{S.color=X}},metadata:N},a,l),ke(this,null,c,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:S=>"authorName"in S,get:S=>S.authorName,set:(S,X)=>{S.authorName=X}},metadata:N},u,p),ke(this,null,h,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:S=>"authorImage"in S,get:S=>S.authorImage,set:(S,X)=>{S.authorImage=X}},metadata:N},k,y),ke(this,null,w,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:S=>"authorUrl"in S,get:S=>S.authorUrl,set:(S,X)=>{S.authorUrl=X}},metadata:N},b,g),ke(this,null,$,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:S=>"embedTitle"in S,get:S=>S.embedTitle,set:(S,X)=>{S.embedTitle=X}},metadata:N},L,O),ke(this,null,ee,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:S=>"embedEmojisMap"in S,get:S=>S.embedEmojisMap,set:(S,X)=>{S.embedEmojisMap=X}},metadata:N},H,_),ke(this,null,G,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:S=>"url"in S,get:S=>S.url,set:(S,X)=>{S.url=X}},metadata:N},ve,ye),ke(this,null,ze,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:S=>"thumbnail"in S,get:S=>S.thumbnail,set:(S,X)=>{S.thumbnail=X}},metadata:N},Se,Ae),ke(this,null,Oe,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:S=>"image"in S,get:S=>S.image,set:(S,X)=>{S.image=X}},metadata:N},Ie,Ve),ke(this,null,Re,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:S=>"video"in S,get:S=>S.video,set:(S,X)=>{S.video=X}},metadata:N},je,De),ke(this,null,Pe,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:S=>"provider"in S,get:S=>S.provider,set:(S,X)=>{S.provider=X}},metadata:N},Le,Ne),ke(this,null,Be,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:S=>"lightTheme"in S,get:S=>S.lightTheme,set:(S,X)=>{S.lightTheme=X}},metadata:N},Ue,qe),ke(null,s={value:t},i,{kind:"class",name:t.name,metadata:N},null,e),Fe=t=s.value,N&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:N})}static styles=se`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=le(this,a,void 0);get color(){return this.#e}set color(N){this.#e=N}#i=(le(this,l),le(this,u,void 0));get authorName(){return this.#i}set authorName(N){this.#i=N}#s=(le(this,p),le(this,k,void 0));get authorImage(){return this.#s}set authorImage(N){this.#s=N}#t=(le(this,y),le(this,b,void 0));get authorUrl(){return this.#t}set authorUrl(N){this.#t=N}#r=(le(this,g),le(this,L,void 0));get embedTitle(){return this.#r}set embedTitle(N){this.#r=N}#o=(le(this,O),le(this,H,{}));get embedEmojisMap(){return this.#o}set embedEmojisMap(N){this.#o=N}#d=(le(this,_),le(this,ve,void 0));get url(){return this.#d}set url(N){this.#d=N}#m=(le(this,ye),le(this,Se,void 0));get thumbnail(){return this.#m}set thumbnail(N){this.#m=N}#h=(le(this,Ae),le(this,Ie,void 0));get image(){return this.#h}set image(N){this.#h=N}#l=(le(this,Ve),le(this,je,void 0));get video(){return this.#l}set video(N){this.#l=N}#p=(le(this,De),le(this,Le,void 0));get provider(){return this.#p}set provider(N){this.#p=N}#c=(le(this,Ne),le(this,Ue,!1));get lightTheme(){return this.#c}set lightTheme(N){this.#c=N}render(){let N=this.parseTitle(this.authorName),S=this.parseTitle(this.embedTitle);return n`<div style=${Vt({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${W(this.provider,()=>n`<div class="discord-embed-provider">${this.provider}</div>`)}
						${W(N,()=>n`<div class="discord-embed-author">
									${W(this.authorImage,()=>n`<img src=${oe(this.authorImage)} alt="" class="discord-author-image" />`)}
									${W(this.authorUrl,()=>n`<a
												href=${oe(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${N}</span>
											</a>`,()=>n`<span class="discord-embed-author-block">${N}</span>`)}
								</div>`)}
						${W(S,()=>n`<div class="discord-embed-title">
									${this.url?n`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${S} </a>`:n`${S}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${W(this.image||this.video,()=>n`<div class=${wt({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${W(this.thumbnail,()=>n`<img src=${oe(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?n`
				<video
					controls
					muted
					preload="none"
					poster=${oe(this.image)}
					src=${oe(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${oe(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?n`<img src=${oe(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(N){if(!N)return null;let S=[],X="";for(let D of N.split(`
`)){for(let C of D.split(" ")){let ie=ei(C)??this.embedEmojisMap[C]??{};ie.name?S.push(n`<discord-custom-emoji name=${ie.name} url=${oe(ie.url)} embed-emoji></discord-custom-emoji>`):X+=`${C} `,X===" "&&S.push(n`<br />`)}S.push(X),X=""}return S.map(D=>typeof D=="string"?n`<span>${D}</span>`:D)}constructor(){super(...arguments),le(this,qe)}static{le(t,e)}};return Fe=t})();var Vh=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},Rh=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ta=(()=>{let i=[U("discord-embed-description")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Vh(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=se`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return n`<slot></slot>`}static{Rh(t,e)}};return o=t})();var ii=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},Ye=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ea=(()=>{let i=[U("discord-embed-field")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[];var ee=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m({reflect:!0,attribute:"field-title"})],c=[m({attribute:!1})],h=[m({type:Boolean,reflect:!0,attribute:"inline"})],w=[m({type:Number,reflect:!0,attribute:"inline-index"})],$=[de({context:_e,subscribe:!0}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],ii(this,null,o,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:_=>"fieldTitle"in _,get:_=>_.fieldTitle,set:(_,G)=>{_.fieldTitle=G}},metadata:H},a,l),ii(this,null,c,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:_=>"embedFieldEmojisMap"in _,get:_=>_.embedFieldEmojisMap,set:(_,G)=>{_.embedFieldEmojisMap=G}},metadata:H},u,p),ii(this,null,h,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:_=>"inline"in _,get:_=>_.inline,set:(_,G)=>{_.inline=G}},metadata:H},k,y),ii(this,null,w,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:_=>"inlineIndex"in _,get:_=>_.inlineIndex,set:(_,G)=>{_.inlineIndex=G}},metadata:H},b,g),ii(this,null,$,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:_=>"lightTheme"in _,get:_=>_.lightTheme,set:(_,G)=>{_.lightTheme=G}},metadata:H},L,O),ii(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ee=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=se`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=Ye(this,a,void 0);get fieldTitle(){return this.#e}set fieldTitle(H){this.#e=H}#i=(Ye(this,l),Ye(this,u,{}));get embedFieldEmojisMap(){return this.#i}set embedFieldEmojisMap(H){this.#i=H}#s=(Ye(this,p),Ye(this,k,!1));get inline(){return this.#s}set inline(H){this.#s=H}#t=(Ye(this,y),Ye(this,b,void 0));get inlineIndex(){return this.#t}set inlineIndex(H){this.#t=H}#r=(Ye(this,g),Ye(this,L,!1));get lightTheme(){return this.#r}set lightTheme(H){this.#r=H}validInlineIndices=(Ye(this,O),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let H=Number(this.inlineIndex);if(!Number.isNaN(H)&&!this.validInlineIndices.has(H))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let H=this.parseTitle(this.fieldTitle),_=W(H,()=>n`<div class="discord-field-title">${[...H]}</div>`);return n`${_}<slot></slot>`}parseTitle(H){if(!H)return null;let _=[],G="";for(let ve of H.split(`
`)){for(let ye of ve.split(" ")){let ze=ei(ye)??this.embedFieldEmojisMap[ye]??{};ze.name?_.push(n`<discord-custom-emoji name=${ze.name} url=${oe(ze.url)} embed-emoji></discord-custom-emoji>`):G+=`${ye} `,G===" "&&_.push(n`<br />`)}_.push(G),G=""}return _.map(ve=>typeof ve=="string"?n`<span>${ve}</span>`:ve)}static{Ye(t,e)}};return ee=t})();var ts=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},ht=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ha=(()=>{let i=[U("discord-embed-footer")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[];var $=class extends r{static{t=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m({attribute:"footer-image"})],c=[m({attribute:"footer-image-alt"})],h=[m({type:String,reflect:!0,converter:O=>Qt(O),attribute:!0})],w=[de({context:_e,subscribe:!0}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],ts(this,null,o,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:O=>"footerImage"in O,get:O=>O.footerImage,set:(O,ee)=>{O.footerImage=ee}},metadata:L},a,l),ts(this,null,c,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:O=>"footerImageAlt"in O,get:O=>O.footerImageAlt,set:(O,ee)=>{O.footerImageAlt=ee}},metadata:L},u,p),ts(this,null,h,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:O=>"timestamp"in O,get:O=>O.timestamp,set:(O,ee)=>{O.timestamp=ee}},metadata:L},k,y),ts(this,null,w,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:O=>"lightTheme"in O,get:O=>O.lightTheme,set:(O,ee)=>{O.lightTheme=ee}},metadata:L},b,g),ts(null,s={value:t},i,{kind:"class",name:t.name,metadata:L},null,e),$=t=s.value,L&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=se`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=ht(this,a,void 0);get footerImage(){return this.#e}set footerImage(L){this.#e=L}#i=(ht(this,l),ht(this,u,void 0));get footerImageAlt(){return this.#i}set footerImageAlt(L){this.#i=L}#s=(ht(this,p),ht(this,k,void 0));get timestamp(){return this.#s}set timestamp(L){this.#s=L}#t=(ht(this,y),ht(this,b,!1));get lightTheme(){return this.#t}set lightTheme(L){this.#t=L}updateTimestamp(L){L&&!Number.isNaN(new Date(L).getTime())&&(this.timestamp=Qt(L))}render(){return this.updateTimestamp(this.timestamp),n`${W(this.footerImage,()=>n`<img src=${oe(this.footerImage)} alt=${oe(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${W(this.timestamp,()=>n`<span class="discord-footer-separator">&bull;</span>`)}
			${W(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),ht(this,g)}static{ht(t,e)}};return $=t})();var Ca=(i,s,e)=>{for(let t of s)if(t[0]===i)return(0,t[1])();return e?.()};function jh(i){return i.startsWith("#")?i.slice(1):i}function Dh(i){let s=i.length===3||i.length===4,e=s?`${i.slice(0,1)}${i.slice(0,1)}`:i.slice(0,2),t=s?`${i.slice(1,2)}${i.slice(1,2)}`:i.slice(2,4),r=s?`${i.slice(2,3)}${i.slice(2,3)}`:i.slice(4,6),o=(s?`${i.slice(3,4)}${i.slice(3,4)}`:i.slice(6,8))||"ff";return{r:e,g:t,b:r,a:o}}function dr(i){return Number.parseInt(i,16)}function Ph({r:i,g:s,b:e,a:t}){return{r:dr(i),g:dr(s),b:dr(e),a:Number((dr(t)/255).toFixed(2))}}function Lh(i){return typeof i=="number"||typeof i=="string"&&Number.isFinite(Number(i))}function Nh(i,s){let{r:e,g:t,b:r,a:o}=i,a=Lh(s)?s:o;return`rgba(${e}, ${t}, ${r}, ${a})`}function mr(i,s){let e=jh(i),t=Dh(e),r=Ph(t);return Nh(r,s)}var Bh=I`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function eo(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Bh}
	</svg>`}var Uh=I`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function to(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Uh}
	</svg>`}var qh=I`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function io(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${qh}
	</svg>`}var is=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},ct=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Sa=(()=>{let i=[U("discord-mention")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[];var $=class extends r{static{t=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m({type:Boolean,reflect:!0})],c=[m({reflect:!0})],h=[m({reflect:!0})],w=[de({context:_e,subscribe:!0}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],is(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:O=>"highlight"in O,get:O=>O.highlight,set:(O,ee)=>{O.highlight=ee}},metadata:L},a,l),is(this,null,c,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:O=>"type"in O,get:O=>O.type,set:(O,ee)=>{O.type=ee}},metadata:L},u,p),is(this,null,h,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:O=>"color"in O,get:O=>O.color,set:(O,ee)=>{O.color=ee}},metadata:L},k,y),is(this,null,w,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:O=>"lightTheme"in O,get:O=>O.lightTheme,set:(O,ee)=>{O.lightTheme=ee}},metadata:L},b,g),is(null,s={value:t},i,{kind:"class",name:t.name,metadata:L},null,e),$=t=s.value,L&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=se`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=ct(this,a,!1);get highlight(){return this.#e}set highlight(L){this.#e=L}#i=(ct(this,l),ct(this,u,"user"));get type(){return this.#i}set type(L){this.#i=L}#s=(ct(this,p),ct(this,k,void 0));get color(){return this.#s}set color(L){this.#s=L}setHoverColor=(ct(this,y),()=>{this.color&&(this.style.backgroundColor=mr(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=mr(this.color,.1))};#t=ct(this,b,!1);get lightTheme(){return this.#t}set lightTheme(L){this.#t=L}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=mr(this.color,.1)))}render(){return n`<span class="no-wrap"
				>${Ca(this.type,[["channel",()=>Zi()],["user",()=>n`@`],["role",()=>n`@`],["voice",()=>Qi()],["locked",()=>Ji()],["thread",()=>Xi()],["forum",()=>Yi()],["server-guide",()=>io()],["channels-and-roles",()=>eo()],["customize-community",()=>to()],["slash",()=>n`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),ct(this,g)}static{ct(t,e)}};return $=t})();var Fh=I`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function so(i={}){return n`<svg
		${V(i)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fh}
	</svg>`}var he=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},F=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Aa=(()=>{let i=[U("discord-message")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[],ee,H=[],_=[],G,ve=[],ye=[],ze,Se=[],Ae=[],Oe,Ie=[],Ve=[],Re,je=[],De=[],Pe,Le=[],Ne=[],Be,Ue=[],qe=[],Fe,N=[],S=[],X,D=[],C=[],ie,$i=[],Mi=[],ki,Ti=[],Ei=[],Hi,Ci=[],Si=[],Ai,Oi=[],Ii=[],Vi,R=[],z=[],P,Gt=[],Ri=[],Ms,Ro=[],jo=[],Do,Po=[],Lo=[],No,Bo=[],Uo=[],qo,Fo=[],Go=[];var Wo=class extends r{static{t=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m()],c=[m()],h=[m()],w=[m({type:Boolean})],$=[m({type:Boolean})],ee=[m({type:Boolean,attribute:"official-app"})],G=[m({type:Boolean})],ze=[m({type:Boolean})],Oe=[m({type:Boolean})],Re=[m({attribute:"role-color"})],Pe=[m({attribute:"role-icon"})],Be=[m({attribute:"role-name"})],Fe=[m({attribute:"clan-icon"})],X=[m({attribute:"clan-tag"})],ie=[m({type:Boolean,reflect:!0})],ki=[m({type:Boolean,reflect:!0})],Hi=[m({type:String,converter:f=>Qt(f,!1,!1),attribute:!0})],Ai=[m({type:Boolean,attribute:"twenty-four"})],Vi=[m({type:Boolean,attribute:"message-body-only"})],P=[de({context:_e}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],Ms=[de({context:lt}),m({type:Boolean,reflect:!0,attribute:"compact-mode"})],Do=[de({context:Jr}),m({type:Boolean,reflect:!0,attribute:"no-background"})],No=[m({type:Boolean,reflect:!0,attribute:"has-thread"})],qo=[m({reflect:!1,attribute:"dismiss-message-clicked"})],he(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:f=>"profile"in f,get:f=>f.profile,set:(f,A)=>{f.profile=A}},metadata:E},a,l),he(this,null,c,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:f=>"author"in f,get:f=>f.author,set:(f,A)=>{f.author=A}},metadata:E},u,p),he(this,null,h,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:f=>"avatar"in f,get:f=>f.avatar,set:(f,A)=>{f.avatar=A}},metadata:E},k,y),he(this,null,w,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:f=>"bot"in f,get:f=>f.bot,set:(f,A)=>{f.bot=A}},metadata:E},b,g),he(this,null,$,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:f=>"server"in f,get:f=>f.server,set:(f,A)=>{f.server=A}},metadata:E},L,O),he(this,null,ee,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:f=>"officialApp"in f,get:f=>f.officialApp,set:(f,A)=>{f.officialApp=A}},metadata:E},H,_),he(this,null,G,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:f=>"verified"in f,get:f=>f.verified,set:(f,A)=>{f.verified=A}},metadata:E},ve,ye),he(this,null,ze,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:f=>"op"in f,get:f=>f.op,set:(f,A)=>{f.op=A}},metadata:E},Se,Ae),he(this,null,Oe,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:f=>"edited"in f,get:f=>f.edited,set:(f,A)=>{f.edited=A}},metadata:E},Ie,Ve),he(this,null,Re,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:f=>"roleColor"in f,get:f=>f.roleColor,set:(f,A)=>{f.roleColor=A}},metadata:E},je,De),he(this,null,Pe,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:f=>"roleIcon"in f,get:f=>f.roleIcon,set:(f,A)=>{f.roleIcon=A}},metadata:E},Le,Ne),he(this,null,Be,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:f=>"roleName"in f,get:f=>f.roleName,set:(f,A)=>{f.roleName=A}},metadata:E},Ue,qe),he(this,null,Fe,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:f=>"clanIcon"in f,get:f=>f.clanIcon,set:(f,A)=>{f.clanIcon=A}},metadata:E},N,S),he(this,null,X,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:f=>"clanTag"in f,get:f=>f.clanTag,set:(f,A)=>{f.clanTag=A}},metadata:E},D,C),he(this,null,ie,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:f=>"highlight"in f,get:f=>f.highlight,set:(f,A)=>{f.highlight=A}},metadata:E},$i,Mi),he(this,null,ki,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:f=>"ephemeral"in f,get:f=>f.ephemeral,set:(f,A)=>{f.ephemeral=A}},metadata:E},Ti,Ei),he(this,null,Hi,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:f=>"timestamp"in f,get:f=>f.timestamp,set:(f,A)=>{f.timestamp=A}},metadata:E},Ci,Si),he(this,null,Ai,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:f=>"twentyFour"in f,get:f=>f.twentyFour,set:(f,A)=>{f.twentyFour=A}},metadata:E},Oi,Ii),he(this,null,Vi,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:f=>"messageBodyOnly"in f,get:f=>f.messageBodyOnly,set:(f,A)=>{f.messageBodyOnly=A}},metadata:E},R,z),he(this,null,P,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:f=>"lightTheme"in f,get:f=>f.lightTheme,set:(f,A)=>{f.lightTheme=A}},metadata:E},Gt,Ri),he(this,null,Ms,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:f=>"compactMode"in f,get:f=>f.compactMode,set:(f,A)=>{f.compactMode=A}},metadata:E},Ro,jo),he(this,null,Do,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:f=>"noBackground"in f,get:f=>f.noBackground,set:(f,A)=>{f.noBackground=A}},metadata:E},Po,Lo),he(this,null,No,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:f=>"hasThread"in f,get:f=>f.hasThread,set:(f,A)=>{f.hasThread=A}},metadata:E},Bo,Uo),he(this,null,qo,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:f=>"dismissMessageClicked"in f,get:f=>f.dismissMessageClicked,set:(f,A)=>{f.dismissMessageClicked=A}},metadata:E},Fo,Go),he(null,s={value:t},i,{kind:"class",name:t.name,metadata:E},null,e),Wo=t=s.value,E&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=se`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=F(this,a,void 0);get profile(){return this.#e}set profile(E){this.#e=E}#i=(F(this,l),F(this,u,"User"));get author(){return this.#i}set author(E){this.#i=E}#s=(F(this,p),F(this,k,void 0));get avatar(){return this.#s}set avatar(E){this.#s=E}#t=(F(this,y),F(this,b,!1));get bot(){return this.#t}set bot(E){this.#t=E}#r=(F(this,g),F(this,L,!1));get server(){return this.#r}set server(E){this.#r=E}#o=(F(this,O),F(this,H,!1));get officialApp(){return this.#o}set officialApp(E){this.#o=E}#d=(F(this,_),F(this,ve,!1));get verified(){return this.#d}set verified(E){this.#d=E}#m=(F(this,ye),F(this,Se,!1));get op(){return this.#m}set op(E){this.#m=E}#h=(F(this,Ae),F(this,Ie,!1));get edited(){return this.#h}set edited(E){this.#h=E}#l=(F(this,Ve),F(this,je,void 0));get roleColor(){return this.#l}set roleColor(E){this.#l=E}#p=(F(this,De),F(this,Le,void 0));get roleIcon(){return this.#p}set roleIcon(E){this.#p=E}#c=(F(this,Ne),F(this,Ue,void 0));get roleName(){return this.#c}set roleName(E){this.#c=E}#f=(F(this,qe),F(this,N,void 0));get clanIcon(){return this.#f}set clanIcon(E){this.#f=E}#u=(F(this,S),F(this,D,void 0));get clanTag(){return this.#u}set clanTag(E){this.#u=E}#g=(F(this,C),F(this,$i,!1));get highlight(){return this.#g}set highlight(E){this.#g=E}#b=(F(this,Mi),F(this,Ti,!1));get ephemeral(){return this.#b}set ephemeral(E){this.#b=E}#y=(F(this,Ei),F(this,Ci,new Date));get timestamp(){return this.#y}set timestamp(E){this.#y=E}#v=(F(this,Si),F(this,Oi,!1));get twentyFour(){return this.#v}set twentyFour(E){this.#v=E}#z=(F(this,Ii),F(this,R,!1));get messageBodyOnly(){return this.#z}set messageBodyOnly(E){this.#z=E}#a=(F(this,z),F(this,Gt,!1));get lightTheme(){return this.#a}set lightTheme(E){this.#a=E}#n=(F(this,Ri),F(this,Ro,!1));get compactMode(){return this.#n}set compactMode(E){this.#n=E}#w=(F(this,jo),F(this,Po,!1));get noBackground(){return this.#w}set noBackground(E){this.#w=E}#_=(F(this,Lo),F(this,Bo,!1));get hasThread(){return this.#_}set hasThread(E){this.#_=E}#x=(F(this,Uo),F(this,Fo,()=>{}));get dismissMessageClicked(){return this.#x}set dismissMessageClicked(E){this.#x=E}willUpdate(){this.hasThread=Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-mention"&&E.hasAttribute("highlight")&&(E.type==="user"||E.type==="role"))}handleSpaceToDismissMessage(E){E.code==="Space"&&(E.preventDefault(),E.stopPropagation(),this.dismissMessageClicked?.())}render(){let E={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},f=this.profile!==void 0&&Reflect.get(hr,this.profile)||{},A={...E,...f,avatar:this.resolveAvatar(f.avatar??this.avatar)},ji=Qt(this.timestamp,this.compactMode,this.twentyFour)??void 0;return n`
			<slot name="reply"></slot>
			<div
				class=${wt({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${W(this.compactMode&&!this.messageBodyOnly,()=>n`<time datetime="${oe(ji)}" class="discord-message-timestamp">${ji}</time>`,()=>null)}
				${W(this.messageBodyOnly,()=>n`<time
							datetime="${oe(ji)}"
							class=${wt({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${W(this.compactMode||this.messageBodyOnly,()=>null,()=>n`<div class="discord-author-avatar">
							<img src="${oe(A.avatar)}" alt="${oe(A.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${W(this.compactMode||this.messageBodyOnly,()=>null,()=>n`
							<discord-author-info
								author=${A.author??""}
								?bot=${A.bot??!1}
								?server=${A.server??!1}
								?official-app=${A.officialApp??!1}
								?verified=${A.verified??!1}
								?op=${A.op??!1}
								role-color=${A.roleColor??""}
								role-icon=${A.roleIcon??""}
								role-name=${A.roleName??""}
								clan-icon=${A.clanIcon??""}
								clan-tag=${A.clanTag??""}
							></discord-author-info
							><time datetime="${oe(ji)}" class="discord-message-timestamp">${ji}</time>
						`)}
					<div class="discord-message-body">
						${W(this.compactMode,()=>n`<discord-author-info
									author=${A.author??""}
									?bot=${A.bot??!1}
									?server=${A.server??!1}
									?official-app=${A.officialApp??!1}
									?verified=${A.verified??!1}
									?op=${A.op??!1}
									role-color=${A.roleColor??""}
									role-icon=${A.roleIcon??""}
									role-name=${A.roleName??""}
									clan-icon=${A.clanIcon??""}
									clan-tag=${A.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${W(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${W(this.ephemeral,()=>n`
								<div class="discord-message-ephemeral">
									${so()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(E){return E===void 0?It.default:It[E]??E??It.default}constructor(){super(...arguments),F(this,Go)}static{F(t,e)}};return Wo=t})();var Gh=I`
	<path
		fill="currentColor"
		d="M56 50.6667V13.3333C56 10.4 53.6 8 50.6667 8H13.3333C10.4 8 8 10.4 8 13.3333V50.6667C8 53.6 10.4 56 13.3333 56H50.6667C53.6 56 56 53.6 56 50.6667ZM22.6667 36L29.3333 44.0267L38.6667 32L50.6667 48H13.3333L22.6667 36Z"
	/>
`;function ro(i={}){return n`<svg ${V(i)} aria-hidden="false" width="64" height="64" viewBox="0 0 64 64">${Gh}</svg>`}var Wh=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M5 3C3.89543 3 3 3.89543 3 5V19C3 20.1046 3.89543 21 5 21H19C20.1046 21 21 20.1046 21 19V5C21 3.89543 20.1046 3 19 3H5ZM16.8995 8.41419L15.4853 6.99998L7 15.4853L8.41421 16.8995L16.8995 8.41419Z"
	/>
`;function oo(i){return n`<svg ${V(i||{})} class="discord-command-icon" aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">
		${Wh}
	</svg>`}var Kh=I`
	<path
		d="M0.809739 3.59646L5.12565 0.468433C5.17446 0.431163 5.23323 0.408043 5.2951 0.401763C5.35698 0.395482 5.41943 0.406298 5.4752 0.432954C5.53096 0.45961 5.57776 0.50101 5.61013 0.552343C5.64251 0.603676 5.65914 0.662833 5.6581 0.722939V2.3707C10.3624 2.3707 11.2539 5.52482 11.3991 7.21174C11.4028 7.27916 11.3848 7.34603 11.3474 7.40312C11.3101 7.46021 11.2554 7.50471 11.1908 7.53049C11.1262 7.55626 11.0549 7.56204 10.9868 7.54703C10.9187 7.53201 10.857 7.49695 10.8104 7.44666C8.72224 5.08977 5.6581 5.63359 5.6581 5.63359V7.28135C5.65831 7.34051 5.64141 7.39856 5.60931 7.44894C5.5772 7.49932 5.53117 7.54004 5.4764 7.5665C5.42163 7.59296 5.3603 7.60411 5.29932 7.59869C5.23834 7.59328 5.18014 7.57151 5.13128 7.53585L0.809739 4.40892C0.744492 4.3616 0.691538 4.30026 0.655067 4.22975C0.618596 4.15925 0.599609 4.08151 0.599609 4.00269C0.599609 3.92386 0.618596 3.84612 0.655067 3.77562C0.691538 3.70511 0.744492 3.64377 0.809739 3.59646Z"
		fill="currentColor"
	/>
`;function ao(i={}){return n`<svg ${V(i)} class="discord-reply-icon" aria-hidden="false" width="12" height="8" viewBox="0 0 12 8">${Kh}</svg>`}var pe=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},J=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Oa=(()=>{let i=[U("discord-reply")],s,e=[],t,r=j,o,a=[],l=[],c,u=[],p=[],h,k=[],y=[],w,b=[],g=[],$,L=[],O=[],ee,H=[],_=[],G,ve=[],ye=[],ze,Se=[],Ae=[],Oe,Ie=[],Ve=[],Re,je=[],De=[],Pe,Le=[],Ne=[],Be,Ue=[],qe=[],Fe,N=[],S=[],X,D=[],C=[],ie,$i=[],Mi=[],ki,Ti=[],Ei=[],Hi,Ci=[],Si=[],Ai,Oi=[],Ii=[];var Vi=class extends r{static{t=this}static{let R=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[m()],c=[m()],h=[m()],w=[m({type:Boolean})],$=[m({type:Boolean})],ee=[m({type:Boolean,attribute:"official-app"})],G=[m({type:Boolean})],ze=[m({type:Boolean})],Oe=[m({type:Boolean})],Re=[m({attribute:"role-color"})],Pe=[m({type:Boolean})],Be=[m({type:Boolean})],Fe=[m({type:Boolean})],X=[m({attribute:"clan-icon"})],ie=[m({attribute:"clan-tag"})],ki=[m({type:Boolean,reflect:!0})],Hi=[de({context:_e}),m({type:Boolean,reflect:!0,attribute:"light-theme"})],Ai=[de({context:lt}),m({type:Boolean,reflect:!0,attribute:"compact-mode"})],pe(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:z=>"profile"in z,get:z=>z.profile,set:(z,P)=>{z.profile=P}},metadata:R},a,l),pe(this,null,c,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:z=>"author"in z,get:z=>z.author,set:(z,P)=>{z.author=P}},metadata:R},u,p),pe(this,null,h,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:z=>"avatar"in z,get:z=>z.avatar,set:(z,P)=>{z.avatar=P}},metadata:R},k,y),pe(this,null,w,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:z=>"bot"in z,get:z=>z.bot,set:(z,P)=>{z.bot=P}},metadata:R},b,g),pe(this,null,$,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:z=>"server"in z,get:z=>z.server,set:(z,P)=>{z.server=P}},metadata:R},L,O),pe(this,null,ee,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:z=>"officialApp"in z,get:z=>z.officialApp,set:(z,P)=>{z.officialApp=P}},metadata:R},H,_),pe(this,null,G,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:z=>"op"in z,get:z=>z.op,set:(z,P)=>{z.op=P}},metadata:R},ve,ye),pe(this,null,ze,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:z=>"verified"in z,get:z=>z.verified,set:(z,P)=>{z.verified=P}},metadata:R},Se,Ae),pe(this,null,Oe,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:z=>"edited"in z,get:z=>z.edited,set:(z,P)=>{z.edited=P}},metadata:R},Ie,Ve),pe(this,null,Re,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:z=>"roleColor"in z,get:z=>z.roleColor,set:(z,P)=>{z.roleColor=P}},metadata:R},je,De),pe(this,null,Pe,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:z=>"command"in z,get:z=>z.command,set:(z,P)=>{z.command=P}},metadata:R},Le,Ne),pe(this,null,Be,{kind:"accessor",name:"attachment",static:!1,private:!1,access:{has:z=>"attachment"in z,get:z=>z.attachment,set:(z,P)=>{z.attachment=P}},metadata:R},Ue,qe),pe(this,null,Fe,{kind:"accessor",name:"mentions",static:!1,private:!1,access:{has:z=>"mentions"in z,get:z=>z.mentions,set:(z,P)=>{z.mentions=P}},metadata:R},N,S),pe(this,null,X,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:z=>"clanIcon"in z,get:z=>z.clanIcon,set:(z,P)=>{z.clanIcon=P}},metadata:R},D,C),pe(this,null,ie,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:z=>"clanTag"in z,get:z=>z.clanTag,set:(z,P)=>{z.clanTag=P}},metadata:R},$i,Mi),pe(this,null,ki,{kind:"accessor",name:"deleted",static:!1,private:!1,access:{has:z=>"deleted"in z,get:z=>z.deleted,set:(z,P)=>{z.deleted=P}},metadata:R},Ti,Ei),pe(this,null,Hi,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,P)=>{z.lightTheme=P}},metadata:R},Ci,Si),pe(this,null,Ai,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:z=>"compactMode"in z,get:z=>z.compactMode,set:(z,P)=>{z.compactMode=P}},metadata:R},Oi,Ii),pe(null,s={value:t},i,{kind:"class",name:t.name,metadata:R},null,e),Vi=t=s.value,R&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:R})}static styles=se`
		:host {
			color: #b9bbbe;
			display: flex;
			font-size: 0.875rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			padding-top: 2px;
			margin-left: 56px;
			margin-bottom: 4px;
			align-items: center;
			line-height: 1.125rem;
			position: relative;
			white-space: pre;
			user-select: none;
		}

		:host([light-theme]) {
			color: #4f5660;
		}

		:host([compact-mode]),
		:host([deleted]) {
			margin-left: 62px;
			margin-bottom: 0;
		}

		:host:before {
			content: '';
			display: block;
			position: absolute;
			top: 50%;
			right: 100%;
			bottom: 0;
			left: -36px;
			margin-right: 4px;
			margin-top: -1px;
			margin-left: -1px;
			margin-bottom: -2px;
			border-left: 2px solid #4f545c !important;
			border-bottom: 0 solid #4f545c !important;
			border-right: 0 solid #4f545c !important;
			border-top: 2px solid #4f545c !important;
			border-top-left-radius: 6px;
		}

		:host([light-theme]):before {
			border-color: #747f8d !important;
		}

		.discord-replied-message-avatar,
		.discord-reply-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
			margin-right: 0.25rem;
		}

		.discord-reply-badge {
			display: flex;
			align-items: center;
			justify-content: center;
			color: #b9bbbe;
			background: #202225;
		}

		:host([light-theme]) .discord-reply-badge {
			color: #4f5660;
			background: #e3e5e8;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.8);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-right: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			justify-content: space-between;
			display: inline-flex;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			opacity: 0.55;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.5);
		}

		:host([light-theme]) .discord-clan-tag {
			opacity: 0.65;
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			display: inline-flex;
			align-items: center;
			margin-right: 0.25rem;
			right: 0.25rem;
		}

		:host .discord-clan-tag span {
			display: inline-flex;
			align-items: center;
			user-select: none;
			-webkit-user-select: none;
			line-height: 1rem !important;
		}

		.discord-application-tag {
			background-color: hsl(235, 85.6%, 64.7%);
			color: #fff;
			font-size: 0.625rem;
			margin-right: 0.25rem;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-application-tag {
			margin-right: 0.25rem;
		}

		.discord-application-tag .discord-application-tag-verified {
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.1rem;
		}

		.discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		.discord-replied-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			font-weight: 500;
			color: #fff;
		}

		.discord-replied-message-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		.discord-replied-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
			user-select: none;
			cursor: pointer;
		}

		.discord-replied-deleted-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-replied-message-content:hover {
			color: #fff;
		}

		:host([light-theme]) .discord-replied-message-content:hover {
			color: #000;
		}

		:host .discord-replied-message-content .discord-message-edited {
			margin-left: 0.25rem;
		}

		.discord-replied-message-content-icon {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 20px;
			height: 20px;
			margin-left: 4px;
		}
	`;#e=J(this,a,void 0);get profile(){return this.#e}set profile(R){this.#e=R}#i=(J(this,l),J(this,u,"User"));get author(){return this.#i}set author(R){this.#i=R}#s=(J(this,p),J(this,k,void 0));get avatar(){return this.#s}set avatar(R){this.#s=R}#t=(J(this,y),J(this,b,!1));get bot(){return this.#t}set bot(R){this.#t=R}#r=(J(this,g),J(this,L,!1));get server(){return this.#r}set server(R){this.#r=R}#o=(J(this,O),J(this,H,!1));get officialApp(){return this.#o}set officialApp(R){this.#o=R}#d=(J(this,_),J(this,ve,!1));get op(){return this.#d}set op(R){this.#d=R}#m=(J(this,ye),J(this,Se,!1));get verified(){return this.#m}set verified(R){this.#m=R}#h=(J(this,Ae),J(this,Ie,!1));get edited(){return this.#h}set edited(R){this.#h=R}#l=(J(this,Ve),J(this,je,void 0));get roleColor(){return this.#l}set roleColor(R){this.#l=R}#p=(J(this,De),J(this,Le,!1));get command(){return this.#p}set command(R){this.#p=R}#c=(J(this,Ne),J(this,Ue,!1));get attachment(){return this.#c}set attachment(R){this.#c=R}#f=(J(this,qe),J(this,N,!1));get mentions(){return this.#f}set mentions(R){this.#f=R}#u=(J(this,S),J(this,D,void 0));get clanIcon(){return this.#u}set clanIcon(R){this.#u=R}#g=(J(this,C),J(this,$i,void 0));get clanTag(){return this.#g}set clanTag(R){this.#g=R}#b=(J(this,Mi),J(this,Ti,!1));get deleted(){return this.#b}set deleted(R){this.#b=R}#y=(J(this,Ei),J(this,Ci,!1));get lightTheme(){return this.#y}set lightTheme(R){this.#y=R}#v=(J(this,Si),J(this,Oi,!1));get compactMode(){return this.#v}set compactMode(R){this.#v=R}resolveAvatar(R){return It[R]??R??It.default}render(){let R={author:this.author,bot:this.bot,verified:this.verified,officialApp:this.officialApp,op:this.op,server:this.server,roleColor:this.roleColor,clanIcon:this.clanIcon,clanTag:this.clanTag},z=Reflect.get(hr,this.profile)??{},P={...R,...z,avatar:this.resolveAvatar(z.avatar??this.avatar)},Gt=cr(P.clanIcon),Ri=P.clanTag?.slice(0,4),Ms=n`
			${W(P.bot&&!P.server&&!P.officialApp,()=>n`<span class="discord-application-tag">${P.verified?zt():""}App</span>`)}
			${W(P.server&&!P.bot&&!P.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
			${W(P.officialApp&&!P.server&&!P.bot,()=>n`<span class="discord-application-tag">${zt()}OFFICIAL</span>`)}
		`;return n`${W(this.compactMode||this.deleted,()=>n`<div class="discord-reply-badge">${ao()}</div>`,()=>n`<img class="discord-replied-message-avatar" src="${oe(P.avatar)}" alt="${oe(P.author)}" />`)}
		${W(this.deleted,()=>n`<div class="discord-replied-deleted-message-content"><em>Original message was deleted</em></div>`,()=>n`${Ms}
					<span class="discord-replied-message-username" style=${Vt({color:P.roleColor})}
						>${W(this.mentions,()=>"@")}${P.author}</span
					>
					${W(P.clanIcon&&P.clanTag&&P.clanTag?.length>0,()=>n`<span class="discord-clan-tag">
								${Gt==="string"?n`<img
											srcset=${oe(Gt)}
											alt=${oe(Ri)}
											width="12"
											height="12"
											draggable="false"
										/>`:Gt}
								<span>${Ri}</span>
							</span>`)}
					<!-- display: inline -->
					<div class="discord-replied-message-content"
						><slot></slot>${W(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`)}</div
					>
					${W(this.command,()=>oo({class:"discord-replied-message-content-icon"}),()=>W(this.attachment,()=>ro({class:"discord-replied-message-content-icon"})))}`)}`}constructor(){super(...arguments),J(this,Ii)}static{J(t,e)}};return Vi=t})();var Yh=function(i,s,e,t,r,o){function a($){if($!==void 0&&typeof $!="function")throw new TypeError("Function expected");return $}for(var l=t.kind,c=l==="getter"?"get":l==="setter"?"set":"value",u=!s&&i?t.static?i:i.prototype:null,p=s||(u?Object.getOwnPropertyDescriptor(u,t.name):{}),h,k=!1,y=e.length-1;y>=0;y--){var w={};for(var b in t)w[b]=b==="access"?{}:t[b];for(var b in t.access)w.access[b]=t.access[b];w.addInitializer=function($){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a($||null))};var g=(0,e[y])(l==="accessor"?{get:p.get,set:p.set}:p[c],w);if(l==="accessor"){if(g===void 0)continue;if(g===null||typeof g!="object")throw new TypeError("Object expected");(h=a(g.get))&&(p.get=h),(h=a(g.set))&&(p.set=h),(h=a(g.init))&&r.unshift(h)}else(h=a(g))&&(l==="field"?r.unshift(h):p[c]=h)}u&&Object.defineProperty(u,t.name,p),k=!0},Zh=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ff=(()=>{let i=[U("discord-embed-fields")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Yh(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=se`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return n`<slot></slot>`}static{Zh(t,e)}};return o=t})();function dt(i,...s){i.elementStyles.push(...s)}dt(Aa,se`
    :host {
      color: var(--text);
      font-family: inherit;
      font-size: 1rem;
      padding: 0.125rem 0.5rem 0.125rem 1rem;
      margin: 0;
      min-width: 0;
    }
    :host(:hover), :host([highlight]:hover) { background: none; }
    .discord-message-content { min-width: 0; }
    .discord-message-timestamp,
    .discord-message-edited {
      color: var(--text-muted) !important;
      font-size: 0.75rem;
    }
    .discord-author-avatar img { cursor: default; }
    .discord-message-body { white-space: normal; }
    @media (max-width: 480px) {
      :host { padding-left: 0.5rem; padding-right: 0.25rem; }
      .discord-author-avatar { margin-right: 8px; min-width: 32px; }
      .discord-author-avatar img { width: 32px; height: 32px; }
      .discord-message-body-only-indent { width: 40px; }
    }
  `);dt(Ma,se`
    :host .discord-author-username { color: var(--text-strong); font-weight: 600; cursor: default; }
    :host .discord-author-username:hover { text-decoration: none; }
    :host .discord-application-tag { background: var(--accent); }
  `);dt(xa,se`
    :host { background: var(--accent); color: var(--on-accent); }
  `);dt(ka,se`
    :host { color: var(--text); font-size: 0.875rem; margin: 4px 0; min-width: 0; }
    :host .discord-left-border { background: var(--embed-color, var(--line)); }
    :host .discord-embed-root { min-width: 0; flex: 0 1 auto; }
    :host .discord-embed-wrapper {
      background: var(--ground-side);
      border-color: var(--line);
      min-width: 0;
      max-width: 100%;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.5rem 0.75rem 0.75rem;
    }
    slot[name="footer"]::slotted(*) { grid-column: 1 / 1; }
  `);dt(Ta,se`
    :host { white-space: normal; margin-top: 4px; min-width: 0; overflow-wrap: anywhere; }
  `);dt(Ea,se`
    :host { white-space: normal; }
  `);dt(Ha,se`
    :host { color: var(--text-muted); }
    :host .discord-footer-separator { color: inherit; }
  `);dt(Sa,se`
    :host {
      background: color-mix(in srgb, var(--accent) 18%, transparent);
      color: var(--accent-text);
      cursor: inherit;
    }
    :host(:hover) { background: color-mix(in srgb, var(--accent) 28%, transparent); color: var(--accent-text); }
  `);dt(Oa,se`
    :host { color: var(--text-muted); font-family: inherit; overflow: hidden; }
    :host::before { border-color: var(--line) !important; }
    .discord-replied-message-username { color: var(--text-strong); opacity: 1; }
    .discord-replied-message-content { overflow: hidden; cursor: inherit; }
    .discord-replied-message-content:hover { color: inherit !important; }
    .discord-reply-badge { background: var(--ground-raised); color: var(--text-muted); }
    @media (max-width: 480px) { :host { margin-left: 40px; } }
  `);var pr={SLASH:1,USER_MENU:2,MESSAGE_MENU:3},Ze={SUBCOMMAND:1,GROUP:2,BOOLEAN:5,USER:6,CHANNEL:7,ROLE:8,MENTIONABLE:9},Rt={TEXT:0,VOICE:2,CATEGORY:4,NEWS:5,PUBLIC_THREAD:11,PRIVATE_THREAD:12,FORUM:15},it={DEFAULT:0,PIN:6,JOIN:7,THREAD_CREATED:18,REPLY:19},me={ACTION_ROW:1,BUTTON:2,STRING_SELECT:3,TEXT_INPUT:4,USER_SELECT:5,ROLE_SELECT:6,MENTIONABLE_SELECT:7,CHANNEL_SELECT:8,TEXT_DISPLAY:10,LABEL:18,RADIO_GROUP:21,CHECKBOX_GROUP:22,CHECKBOX:23},ss={PRIMARY:1,SECONDARY:2,SUCCESS:3,DANGER:4,LINK:5},Xe=64,rs=128,Ia=1n<<3n,Xh=1n<<10n,Jh=1n<<11n,Qh=1n<<13n,ec=/^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)\/(\d+)$/;function Va(i){let[,s,e]=ec.exec(i)??[];return s&&e?{channel:s,message:e}:null}function Je(i){return i.type===Rt.PUBLIC_THREAD||i.type===Rt.PRIVATE_THREAD}function Ra(i){return i.filter(e=>!Je(e)&&e.type!==Rt.CATEGORY).toSorted((e,t)=>(e.position??0)-(t.position??0))[0]}function fr(i,s){return s?.nick??i.global_name??i.username}function ja(i){return(BigInt(i.permissions)&(Ia|Qh))!==0n}function Da(i,s){let e=i.permission_overwrites?.find(t=>t.id===s);return e!==void 0&&(BigInt(e.deny)&Xh)!==0n}function Pa(i){return(BigInt(i.permissions)&(Ia|Jh))!==0n}function Ee(i,s){return i.name_localizations?.[s??""]??i.name}function si(i,s){return i.description_localizations?.[s??""]??i.description}function ri(i){return i.id?`${i.name}:${i.id}`:i.name}var La=["#4752c4","#1f7a40","#a63d00","#9b2c6f","#7a4fb5","#1d6f8f","#8a5a00","#b8272b"],Na=new Map;function oi(i){let s=Na.get(i.id);if(s)return s;let e=[...fr(i)][0]??"?",t=i.bot?tc():Ua(e,Ba(i.id),20);return Na.set(i.id,t),t}function ur(i,s){return Ua([...i].slice(0,2).join(""),Ba(s),8)}function Ba(i){let s=[...i].reduce((e,t)=>(e*31+t.charCodeAt(0))%9973,0);return La[s%La.length]}function Ua(i,s,e){let t=i.length>1?17:20;return qa(`<rect width="40" height="40" rx="${e}" fill="${s}"/><text x="20" y="21" fill="#fff" font-family="sans-serif" font-size="${t}" font-weight="600" text-anchor="middle" dominant-baseline="central">${ic(i)}</text>`)}function tc(){return qa('<rect width="40" height="40" rx="20" fill="#10375c"/><path d="M8 25a12 12 0 0 1 24 0" fill="none" stroke="#8fc2ff" stroke-width="3"/><path d="M8 25a12 12 0 0 1 6-10.4" fill="none" stroke="#f0883e" stroke-width="3"/><path d="M20 25l7-8" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><circle cx="20" cy="25" r="2.8" fill="#fff"/>')}function qa(i){let s=`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${i}</svg>`;return`data:image/svg+xml,${encodeURIComponent(s)}`}function ic(i){return i.replace(/[&<>"']/g,s=>`&#${s.charCodeAt(0)};`)}var os=new Intl.DateTimeFormat("en-GB",{hour:"2-digit",minute:"2-digit"}),no=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"short",year:"numeric"}),sc=new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"2-digit",year:"numeric"}),rc=new Intl.DateTimeFormat("en-GB",{weekday:"long",day:"numeric",month:"long",year:"numeric"}),oc=new Intl.RelativeTimeFormat("en",{numeric:"auto"}),ac=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]];function Fa(i){let s=new Date().setHours(0,0,0,0);return i.getTime()>=s?"Today":i.getTime()>=s-864e5?"Yesterday":no.format(i)}function nc(i){let s=(i.getTime()-Date.now())/1e3,[e,t]=ac.find(([,r])=>Math.abs(s)>=r)??["second",1];return oc.format(Math.trunc(s/t),e)}function lc(i,s){switch(s){case"t":return os.format(i);case"T":return i.toLocaleTimeString("en-GB");case"d":return sc.format(i);case"D":return no.format(i);case"F":return`${rc.format(i)} at ${os.format(i)}`;case"R":return nc(i);default:return`${no.format(i)} at ${os.format(i)}`}}function hc(i){return i<1024?`${i} bytes`:i<1024**2?`${Math.round(i/1024)} KB`:`${(i/1024**2).toFixed(1)} MB`}var v={unreachable:"The playground doesn't answer. Is it still running in your terminal?",title:(i,s)=>`#${i} \xB7 ${s} \xB7 Barometer playground`,loading:"Opening the playground\u2026",skip:"Skip to the messages",channels:"Channels",members:"Members",bots:"Apps",app:"APP",showChannels:"Show channels",showMembers:"Show members",close:"Close",youAre:"You are",youAreHint:"See the server as somebody else sees it",theme:{system:"Theme: as your system",light:"Theme: light",dark:"Theme: dark"},playEvening:"Play an evening",eveningPlays:"Playing\u2026",openTour:"Tour",privateChannel:"private",thread:"thread",unread:"unread",botStarting:"The bot is starting. You can look around already; it answers in a moment.",botStopped:i=>i??"The bot has stopped. Start the playground again.",broken:"Lost the connection to the playground. Trying again\u2026",noSuchChannel:"There is no such channel, or you can't see it.",noSuchMessage:"That message is gone.",messagesIn:i=>`Messages in #${i}`,older:"Show older messages",newer:"Show newer messages",earlier:"You're looking at older messages.",toNewest:"Jump to the newest",nothingYet:i=>`Nothing has been said in #${i} yet.`,said:(i,s)=>`${i}: ${s}`,when:i=>{let s=Fa(i);return s==="Today"||s==="Yesterday"?`${s} at ${os.format(i)}`:`${s} ${os.format(i)}`},dayOf:Fa,timestamp:lc,thinking:i=>`${i} is thinking\u2026`,onlyYou:"Only you can see this",dismiss:"Dismiss",noText:"Click to see the attachment",joined:i=>`${i} joined the server.`,pinned:i=>`${i} pinned a message.`,toThread:i=>`Thread: ${i}`,startedThread:i=>`${i} started a thread.`,spoiler:"Spoiler; press to show it",unknownUser:"unknown-user",unknownRole:"deleted-role",unknownChannel:"no-access",altText:"ALT",showAlt:"Show the picture's description",noAlt:"Picture without a description",size:hc,reaction:(i,s,e)=>`${i}, ${s} ${s===1?"reaction":"reactions"}${e?", yours among them":""}`,sounds:"Sounds:",actions:"Message actions",react:"Add a reaction",reply:"Reply",edit:"Edit",delete:"Delete",openThread:"Start a thread",copyText:"Copy text",apps:"Apps",threadName:"Name of the thread",create:"Create",cancel:"Cancel",write:i=>`Message #${i}`,writeHint:"Type / for commands",mayNotWrite:"You can't write in this channel.",replyingTo:i=>`Replying to ${i}`,editing:"Editing your message",stop:"Cancel",attach:"Attach a file",removeFile:i=>`Remove ${i}`,send:"Send",save:"Save",commands:"Commands",option:(i,s)=>s?i:`${i} (optional)`,addOption:i=>`Add ${i}`,optionMissing:i=>`Fill in "${i}" first.`,choices:i=>`Choices for ${i}`,yes:"True",no:"False",choose:"Make a selection",pickUpTo:i=>`Choose up to ${i}`,done:"Done",submit:"Submit",optional:"optional",formFor:i=>`This form goes to ${i}.`,tour:{title:"A tour in five steps",step:(i,s)=>`Step ${i} of ${s}`,back:"Back",next:"Next",close:"Close the tour",finish:"Look around yourself",starting:"The bot is starting\u2026",reading:"The bot is reading the last thirty days\u2026",waiting:"Waiting for the alert\u2026",noAlert:"No alert came this time",stopped:"The bot has stopped",calm:"First, let them quarrel (step 1)",steps:[{title:"An evening goes wrong",text:"This is a made-up server with thirty days of talk in it. The strip beside each message shows how it sounds to the bot. Now let a quarrel happen in #general.",act:"Let them quarrel"},{title:"The bot notices",text:"Within a minute the bot sees that this is unusual here, and tells the moderators in a channel that only they can see.",act:"Go to #moderators"},{title:"Which messages?",text:"Open the alert, then ask which messages it is about. Only you see the answers. The bot fetches the text from Discord just then, and keeps none of it.",act:"Ask which messages"},{title:"Is it over?",text:"Has it calmed down? That takes them about two minutes. Ask now, and again a little later: the answer changes.",act:"Ask if it's over"},{title:"Opt out",text:"Nobody has to take part. Be Tomasz, a member, and opt out: the bot asks once, then erases what it counted of his and counts nothing more.",act:"Opt out as Tomasz"}]}};var cc={[me.USER_SELECT]:"user",[me.ROLE_SELECT]:"role",[me.MENTIONABLE_SELECT]:"mentionable",[me.CHANNEL_SELECT]:"channel"},dc={[Ze.USER]:"user",[Ze.ROLE]:"role",[Ze.MENTIONABLE]:"mentionable",[Ze.CHANNEL]:"channel"};function Ga(i,s){let e=cc[i.type];return e?Ya(e,s,i.channel_types):i.options??[]}function lo(i){return[...i.options?.filter(e=>e.default).map(e=>e.value)??[],...i.default_values?.map(e=>e.id)??[]]}function Wa(i,s,e){let t=dc[i];return t?Ya(t,s,e):null}function Ka(i,s){let e=s.trim().replace(/^[@#]/,"").toLowerCase(),t=o=>o.label.replace(/^[@#]/,"").toLowerCase();return i.filter(o=>t(o).includes(e)).toSorted((o,a)=>Number(t(a).startsWith(e))-Number(t(o).startsWith(e)))}function Ya(i,s,e){let t=s.view;if(!t)return[];let r=[];if((i==="user"||i==="mentionable")&&r.push(...t.members.map(o=>({value:o.user.id,label:`@${s.nameOf(o.user)}`,description:o.user.username}))),(i==="role"||i==="mentionable")&&r.push(...t.roles.map(o=>({value:o.id,label:`@${o.name.replace(/^@/,"")}`}))),i==="channel"){let o=a=>!e?.length||e.includes(a);r.push(...t.channels.filter(a=>o(a.type)).map(a=>({value:a.id,label:a.type===Rt.CATEGORY?a.name:`#${a.name}`,description:Je(a)?v.thread:void 0})))}return r}var ai=i=>(s,e)=>({kind:i,inner:e(s[1]??"")}),ho=i=>s=>({kind:i,id:s[1]??""}),mc=[[/\\([^\p{L}\p{N}\s])/uy,i=>({kind:"text",text:i[1]??""})],[/(`+)([^`]|[^`].*?[^`])\1(?!`)/sy,i=>({kind:"code",text:(i[2]??"").trim()})],[/\*\*(?=\S)(.+?)\*\*(?!\*)/sy,ai("bold")],[/__(?=\S)(.+?)__(?!_)/sy,ai("underline")],[/~~(?=\S)(.+?)~~/sy,ai("strike")],[/\|\|(.+?)\|\|/sy,ai("spoiler")],[/\*(?=[^\s*])(.+?)\*(?!\*)/sy,ai("italic")],[/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)_(?![\p{L}\p{N}_])/suy,ai("italic")],[/<@!?(\d+)>/y,ho("user")],[/<@&(\d+)>/y,ho("role")],[/<#(\d+)>/y,ho("channel")],[/<\/([^:>]{1,100}):\d+>/y,i=>({kind:"command",name:i[1]??""})],[/<a?:(\w{2,32}):(\d+)>/y,i=>({kind:"emoji",name:i[1]??"",id:i[2]??""})],[/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,i=>uc(i[1]??"",i[2]??"f")],[/@(?:everyone|here)\b/y,i=>({kind:"everyone",text:i[0]??""})],[/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/y,vc],[/<(https?:\/\/[^\s>]+)>/y,i=>co(i[1]??"")],[/https?:\/\/[^\s<]+[^\s<.,:;"'\])*_~|!?]/y,i=>co(i[0]??"")]],Za=/[\\`*_~|<@[h]/g;function mt(i,s=0){let e=[],t=a=>mt(a,s+1),r="",o=()=>{r&&e.push({kind:"text",text:r}),r=""};for(let a=0;a<i.length;){let l=s<8?pc(i,a,t):null;if(l===null){Za.lastIndex=a+1;let c=s<8?Za.exec(i)?.index??i.length:i.length;r+=i.slice(a,c),a=c}else{let[c,u]=l;c.kind==="text"?r+=c.text:(o(),e.push(c)),a=u}}return o(),e}function Xa(i){let s=[],e=[],t=[],r=()=>{t.length&&s.push({kind:"quote",inner:mt(t.join(`
`))});let o=e.join(`
`).replace(/^\n+|\n+$/g,"");o&&s.push({kind:"paragraph",inner:mt(o)}),t=[],e=[]};for(let o of i.split(/(```[\s\S]*?```)/)){let a=/^```(?:[\w+-]*\n)?([\s\S]*?)```$/.exec(o);if(a){r(),s.push({kind:"code",text:(a[1]??"").replace(/\n$/,"")});continue}for(let l of o.split(`
`)){let c=/^> (.*)$/.exec(l);if(c){e.length&&r(),t.push(c[1]??"");continue}t.length&&r();let u=fc(l);u?(r(),s.push(u)):e.push(l)}r()}return s}function Ja(i,s){let e=t=>t.map(r=>"inner"in r?e(r.inner):"text"in r?r.text:s(r)).join("");return e(mt(i))}function pc(i,s,e){for(let[t,r]of mc){t.lastIndex=s;let o=t.exec(i);if(o){let a=t.lastIndex,l=r(o,e);if(l)return[l,a]}}return null}function fc(i){let s=/^(#{1,3}) +(.+)$/.exec(i);if(s)return{kind:"heading",level:s[1]?.length??1,inner:mt(s[2]??"")};let e=/^-# +(.+)$/.exec(i);if(e)return{kind:"subtext",inner:mt(e[1]??"")};let t=/^( *)[-*] +(.+)$/.exec(i);return t?{kind:"item",depth:Math.min(2,(t[1]?.length??0)>>1),inner:mt(t[2]??"")}:null}function uc(i,s){let e=Number(i);return Math.abs(e)<864e10?{kind:"time",seconds:e,style:s}:null}function vc(i,s){let e=co(i[2]??"");return e?.kind==="link"?{...e,inner:s(i[1]??"")}:null}function co(i){return URL.canParse(i)?{kind:"link",url:new URL(i).href,inner:[{kind:"text",text:i}]}:null}function jt(i,s){let e=Xa(i);return n`<span class="rich">${e.map((t,r)=>gc(t,e[r-1],s))}</span>`}function mo(i,s){return mt(i).map(e=>po(e,s))}function vr(i,s){return Ja(i,e=>Qa(e,s))}function gc(i,s,e){let t="inner"in i?i.inner.map(r=>po(r,e)):x;switch(i.kind){case"code":return n`<pre class="code" tabindex="0"><code>${i.text}</code></pre>`;case"quote":return n`<blockquote>${t}</blockquote>`;case"heading":return n`<strong class="heading level-${i.level}">${t}</strong>`;case"item":return n`<span class="item depth-${i.depth}">${t}</span>`;case"subtext":return n`<small>${t}</small>`;case"paragraph":return s?n`<span class="paragraph">${t}</span>`:t}}function po(i,s){let e="inner"in i?i.inner.map(t=>po(t,s)):x;switch(i.kind){case"text":return i.text;case"bold":return n`<strong>${e}</strong>`;case"italic":return n`<em>${e}</em>`;case"underline":return n`<u>${e}</u>`;case"strike":return n`<s>${e}</s>`;case"spoiler":return n`<page-spoiler .inner=${e}></page-spoiler>`;case"code":return n`<code>${i.text}</code>`;case"link":return zc(i.url,e,s);case"time":return n`<page-time .seconds=${i.seconds} .look=${i.style}></page-time>`;case"emoji":return n`<img class="emoji" alt=":${i.name}:" title=":${i.name}:" src=${ur(i.name,i.id)} />`;case"command":case"everyone":case"role":case"user":return n`<discord-mention type=${i.kind==="command"?"slash":i.kind==="role"?"role":"user"}>${bc(i,s)}</discord-mention>`;case"channel":return yc(i.id,s)}}function bc(i,s){return Qa(i,s).replace(/^[@/#]/,"")}function yc(i,s){let e=s.view?.channels.find(o=>o.id===i),t=e&&Je(e)?"thread":"channel",r=n`<discord-mention type=${t}>${e?.name??v.unknownChannel}</discord-mention>`;return e?n`<button class="plain" type="button" @click=${()=>s.open(i)}>${r}</button>`:r}function zc(i,s,e){return n`<a href=${i} target="_blank" rel="noopener noreferrer nofollow" @click=${r=>{e.jumpTo(i)&&r.preventDefault()}}>${s}</a>`}function Qa(i,s){let e=s.view;switch(i.kind){case"user":{let t=e?.members.find(r=>r.user.id===i.id);return`@${t?s.nameOf(t.user):v.unknownUser}`}case"role":return`@${e?.roles.find(t=>t.id===i.id)?.name??v.unknownRole}`;case"channel":return`#${e?.channels.find(t=>t.id===i.id)?.name??v.unknownChannel}`;case"command":return`/${i.name}`;case"everyone":return i.text;case"emoji":return`:${i.name}:`;case"time":return v.timestamp(new Date(i.seconds*1e3),i.style);default:return""}}var as,ni=class extends j{constructor(){super(...arguments);this.seconds=0;this.look="f";B(this,as)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.look==="R"&&Y(this,as,setInterval(()=>this.requestUpdate(),15e3))}disconnectedCallback(){clearInterval(M(this,as)),super.disconnectedCallback()}render(){let e=new Date(this.seconds*1e3);return n`<time datetime=${e.toISOString()} title=${v.timestamp(e,"F")}
      >${v.timestamp(e,this.look)}</time>`}};as=new WeakMap,T([m({attribute:!1})],ni.prototype,"seconds",2),T([m({attribute:!1})],ni.prototype,"look",2),ni=T([U("page-time")],ni);var li=class extends j{constructor(){super(...arguments);this.inner=x;this.shown=!1}createRenderRoot(){return this}render(){return this.shown?n`<span class="spoiler shown">${this.inner}</span>`:n`<button type="button" class="spoiler" aria-label=${v.spoiler}
      @click=${()=>this.shown=!0}><span aria-hidden="true">${this.inner}</span></button>`}};T([m({attribute:!1})],li.prototype,"inner",2),T([m({attribute:!1})],li.prototype,"shown",2),li=T([U("page-spoiler")],li);function tn(i,s){let e=i.color?`--embed-color: #${i.color.toString(16).padStart(6,"0")}`:"";return n`<discord-embed slot="embeds" style=${e}>
    <div slot="description" class="embed-text">
      ${i.author?n`<div class="embed-author">${i.author.name}</div>`:x}
      ${i.title?n`<h3 class="embed-title">${wc(i,s)}</h3>`:x}
      ${i.description?n`<discord-embed-description>${jt(i.description,s)}</discord-embed-description>`:x}
      ${i.fields?.length?_c(i.fields,s):x}
      ${i.image?n`<page-picture .picture=${i.image}></page-picture>`:x}
      ${i.thumbnail?n`<page-picture class="thumbnail" .picture=${i.thumbnail}></page-picture>`:x}
    </div>
    ${i.footer||i.timestamp?xc(i):x}
  </discord-embed>`}function wc(i,s){let e=mo(i.title??"",s);return!i.url||!/^https?:/.test(i.url)?e:n`<a href=${i.url} target="_blank" rel="noopener noreferrer nofollow">${e}</a>`}function _c(i,s){return n`<div class="embed-fields">${i.map(e=>n`<discord-embed-field class=${e.inline?"inline":"wide"}>
      <h4>${mo(e.name,s)}</h4>
      ${jt(e.value,s)}
    </discord-embed-field>`)}</div>`}function xc(i){let s=i.timestamp?v.when(new Date(i.timestamp)):"",e=i.footer?.text??"";return n`<discord-embed-footer slot="footer"
    ><span class="embed-footer">${e}${e&&s?" \u2022 ":""}${s}</span></discord-embed-footer>`}function sn(i){return i.content_type?.startsWith("image/")?n`<page-picture slot="attachments" .picture=${i} .instead=${en(i)}></page-picture>`:en(i)}function en(i){return n`<a slot="attachments" class="file" href=${i.url} download=${i.filename}>
    <span class="file-name">${i.filename}</span> <small>${v.size(i.size)}</small></a>`}function rn(i,s){return i.reactions?.length?n`<div slot="reactions" class="reactions">${i.reactions.map(({emoji:e,count:t,me:r})=>n`<button type="button" class="reaction" aria-pressed=${r}
      aria-label=${v.reaction(e.name,t,r)} @click=${()=>s.react(i,e)}>
      ${Dt(e)} <span>${t}</span></button>`)}</div>`:x}function Dt(i){return i.id?n`<img class="emoji" alt=":${i.name}:" src=${ur(i.name,i.id)} />`:n`<span>${i.name}</span>`}var _t=class extends j{constructor(){super(...arguments);this.picture={url:""};this.instead=null;this.described=!1;this.isBroken=!1}createRenderRoot(){return this}render(){let{url:e,description:t}=this.picture;return this.isBroken&&this.instead?this.instead:n`<figure class="picture">
      <a href=${e} target="_blank" rel="noopener"><img src=${e} alt=${t??v.noAlt}
        @error=${()=>this.isBroken=!0} /></a>
      ${t?n`<button type="button" class="alt" aria-label=${v.showAlt} aria-expanded=${this.described}
            @click=${()=>this.described=!this.described}>${v.altText}</button>
          <figcaption ?hidden=${!this.described}>${t}</figcaption>`:x}
    </figure>`}};T([m({attribute:!1})],_t.prototype,"picture",2),T([m({attribute:!1})],_t.prototype,"instead",2),T([re()],_t.prototype,"described",2),T([re()],_t.prototype,"isBroken",2),_t=T([U("page-picture")],_t);var on=800,$c=0,Pt,xt,di,Q,hi,fo,an,uo,vo,ci,nn,ln,hn,go,bo,st=class extends j{constructor(){super(...arguments);B(this,Q);this.label="";this.open=!1;this.active=0;this.chosen=[];B(this,Pt,`select-${$c+=1}`);B(this,xt,"");B(this,di,0)}createRenderRoot(){return this}willUpdate(e){e.has("select")&&(this.chosen=lo(this.select))}get values(){return this.chosen}render(){let e=Ga(this.select,this.session),t=e.filter(o=>this.chosen.includes(o.value)).map(o=>o.label),r=this.select.placeholder??v.choose;return n`<div class="select" @focusout=${d(this,Q,nn)}>
      <button type="button" class="select-button" ?disabled=${this.select.disabled??!1}
        aria-haspopup="listbox" aria-expanded=${this.open} aria-controls=${this.open?M(this,Pt):x}
        aria-label=${[this.label||r,...t].join(", ")}
        @click=${()=>this.open?d(this,Q,ci).call(this,!0):d(this,Q,uo).call(this,e)} @keydown=${o=>d(this,Q,ln).call(this,o,e)}>
        <span class=${t.length?"":"placeholder"}>${t.join(", ")||r}</span><span aria-hidden="true">▾</span>
      </button>
      ${this.open?d(this,Q,an).call(this,e):x}
    </div>`}};Pt=new WeakMap,xt=new WeakMap,di=new WeakMap,Q=new WeakSet,hi=function(){return this.select.max_values??1},fo=function(){return this.select.min_values??(this.select.required===!1?0:1)},an=function(e){return n`<div class="popup">
      <ul id=${M(this,Pt)} role="listbox" tabindex="0" aria-label=${this.label||this.select.placeholder||v.choose}
        aria-multiselectable=${M(this,Q,hi)>1} aria-activedescendant="${M(this,Pt)}-${this.active}"
        @keydown=${t=>d(this,Q,hn).call(this,t,e)}>
        ${e.map((t,r)=>n`<li id="${M(this,Pt)}-${r}" role="option" class=${r===this.active?"active":""}
            aria-selected=${this.chosen.includes(t.value)} @click=${()=>d(this,Q,vo).call(this,t)}>
            ${t.emoji?Dt(t.emoji):x}
            <span class="choice">${t.label}${t.description?n`<small>${t.description}</small>`:x}</span>
          </li>`)}
      </ul>
      ${M(this,Q,hi)>1?n`<div class="popup-foot"><small>${v.pickUpTo(M(this,Q,hi))}</small>
        <button type="button" class="button secondary" @click=${()=>d(this,Q,ci).call(this,!0)}>${v.done}</button></div>`:x}
    </div>`},uo=async function(e){this.open=!0,Y(this,xt,""),this.active=Math.max(0,e.findIndex(t=>this.chosen.includes(t.value))),await this.updateComplete,this.querySelector("[role=listbox]")?.focus({preventScroll:!0}),this.querySelector(".popup")?.scrollIntoView({block:"nearest"}),d(this,Q,bo).call(this)},vo=function(e){M(this,Q,hi)===1?(this.chosen=this.chosen.includes(e.value)&&M(this,Q,fo)===0?[]:[e.value],d(this,Q,ci).call(this,!0)):this.chosen.includes(e.value)?this.chosen=this.chosen.filter(t=>t!==e.value):this.chosen.length<M(this,Q,hi)&&(this.chosen=[...this.chosen,e.value])},ci=function(e){if(!this.open)return;this.open=!1,e&&this.querySelector(".select-button")?.focus();let t=lo(this.select),r=t.length===this.chosen.length&&t.every(o=>this.chosen.includes(o));this.chosen.length<M(this,Q,fo)?this.chosen=t:r||this.dispatchEvent(new CustomEvent("choose",{detail:this.chosen}))},nn=function(e){this.contains(e.relatedTarget)||d(this,Q,ci).call(this,!1)},ln=function(e,t){e.key!=="ArrowDown"&&e.key!=="ArrowUp"||(e.preventDefault(),d(this,Q,uo).call(this,t))},hn=function(e,t){let r=t.length-1,o=t[this.active],a=M(this,xt)!==""&&Date.now()-M(this,di)<on;if(e.key===" "&&a)d(this,Q,go).call(this," ",t);else if(e.key==="ArrowDown")this.active=Math.min(r,this.active+1);else if(e.key==="ArrowUp")this.active=Math.max(0,this.active-1);else if(e.key==="Home")this.active=0;else if(e.key==="End")this.active=r;else if((e.key==="Enter"||e.key===" ")&&o)d(this,Q,vo).call(this,o);else if(e.key==="Escape")d(this,Q,ci).call(this,!0);else if(e.key.length===1&&!e.ctrlKey&&!e.metaKey)d(this,Q,go).call(this,e.key,t);else return;e.preventDefault(),e.stopPropagation(),d(this,Q,bo).call(this)},go=function(e,t){Y(this,xt,Date.now()-M(this,di)<on?M(this,xt)+e:e),Y(this,di,Date.now());let r=M(this,xt).toLowerCase(),o=t.findIndex(a=>a.label.replace(/^[@#]/,"").toLowerCase().startsWith(r));o>=0&&(this.active=o)},bo=async function(){await this.updateComplete,this.querySelector("li.active")?.scrollIntoView({block:"nearest"})},T([m({attribute:!1})],st.prototype,"select",2),T([m({attribute:!1})],st.prototype,"session",2),T([m({attribute:!1})],st.prototype,"label",2),T([re()],st.prototype,"open",2),T([re()],st.prototype,"active",2),T([re()],st.prototype,"chosen",2),st=T([U("choice-select")],st);var Mc={[ss.PRIMARY]:"primary",[ss.SUCCESS]:"success",[ss.DANGER]:"danger"};function cn(i,s){return i.components.length?n`<div slot="components" class="rows">${i.components.map(e=>n`<div class="row">${(e.components??[e]).map(t=>kc(t,i,s))}</div>`)}</div>`:x}function kc(i,s,e){return i.type===me.BUTTON?Tc(i,s,e):i.type===me.TEXT_DISPLAY?n`<p>${i.content}</p>`:n`<choice-select .select=${i} .session=${e} @choose=${r=>{e.use(s,i.custom_id??"",r.detail)}}></choice-select>`}function Tc(i,s,e){let t=n`${i.emoji?Dt(i.emoji):x} ${i.label??""}`;return i.style===ss.LINK?n`<a class="button secondary" href=${Hc(i.url)} target="_blank" rel="noopener noreferrer nofollow"
      @click=${r=>Cc(r,i.url,e)}>${t} <span aria-hidden="true">↗</span></a>`:n`<button type="button" class="button ${Mc[i.style??0]??"secondary"}"
    ?disabled=${i.disabled??!1}
    @click=${r=>Ec(r,s,i,e)}>${t}</button>`}async function Ec(i,s,e,t){let r=i.currentTarget;r.getAttribute("aria-busy")!=="true"&&(r.setAttribute("aria-busy","true"),await t.use(s,e.custom_id??""),r.removeAttribute("aria-busy"))}function Hc(i){return i&&/^https?:\/\//.test(i)?i:"#"}function Cc(i,s,e){e.jumpTo(s??"")&&i.preventDefault()}var Sc=2e3,dn=new IntersectionObserver(i=>{for(let s of i)s.target.seen(s.isIntersecting)}),mi,ns,ls,pi,gr,Lt=class extends j{constructor(){super(...arguments);B(this,pi);this.score=null;B(this,mi,null);B(this,ns);B(this,ls,!1)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),dn.observe(this)}disconnectedCallback(){dn.unobserve(this),this.seen(!1),super.disconnectedCallback()}willUpdate(e){!e.has("message")&&!e.has("scores")||(this.score=this.scores.known(this.message)??null,M(this,ls)&&d(this,pi,gr).call(this))}seen(e){Y(this,ls,e),clearTimeout(M(this,ns)),e?d(this,pi,gr).call(this):M(this,mi)?.abort()}render(){if(!this.score)return x;let{color:e}=this.score,t=e===null?"":`--score: #${e.toString(16).padStart(6,"0")}`,r=this.score.words??[];return n`<div class="score" style=${t}>
      <span class="score-label"><span class="unseen">${v.sounds} </span>${this.score.label}</span>
      ${r.length?n`<span class="score-words">${r.join(", ")}</span>`:x}
    </div>`}};mi=new WeakMap,ns=new WeakMap,ls=new WeakMap,pi=new WeakSet,gr=async function(){if(!this.hasUpdated&&!this.message||this.scores.known(this.message)!==void 0)return;M(this,mi)?.abort();let e=Y(this,mi,new AbortController);try{let t=await this.scores.ask(this.message,e.signal);e.signal.aborted||(this.score=t)}catch{if(e.signal.aborted)return;Y(this,ns,setTimeout(()=>{d(this,pi,gr).call(this)},Sc))}},T([m({attribute:!1})],Lt.prototype,"message",2),T([m({attribute:!1})],Lt.prototype,"scores",2),T([re()],Lt.prototype,"score",2),Lt=T([U("score-strip")],Lt);var $t=class extends Error{constructor(e,t){super(t??`status ${e}`);this.status=e;this.sentence=t}};async function ge(i,s,e,t,r={}){let o;try{o=await fetch(s,{method:i,signal:t,...Ac(i,e,r)})}catch(c){throw t?.aborted?c:new $t(0,null)}let a=await o.text(),l=Oc(a);if(!o.ok)throw new $t(o.status,Ic(l));return l}function Ac(i,s,e){if(i==="GET")return{headers:e};if(s instanceof FormData)return{body:s,headers:e};let t={"Content-Type":"application/json",...e};return{body:JSON.stringify(s??{}),headers:t}}function Oc(i){if(!i)return null;try{return JSON.parse(i)}catch{return null}}function Ic(i){return typeof i!="object"||i===null||!("error"in i)?null:typeof i.error=="string"?i.error:null}var Vc=3;function pn(i){return(i.type===it.DEFAULT||i.type===it.REPLY)&&!i.author.bot&&i.content.trim()!==""&&!(i.flags&Xe)}var br=class{constructor(s){this.api=s}#e=new Map;#i=[];#s=0;known(s){return this.#e.get(mn(s))}async ask(s,e){await this.#r();try{e.throwIfAborted();let t=this.known(s);if(t!==void 0)return t;let r=await this.#t(s,e);return this.#e.set(mn(s),r),r}finally{this.#s-=1,this.#i.pop()?.()}}async#t(s,e){try{return await this.api.score(s,e)}catch(t){if(t instanceof $t&&t.status===404)return null;throw t}}async#r(){this.#s>=Vc&&await new Promise(s=>this.#i.push(s)),this.#s+=1}};function mn(i){return`${i.id} ${i.edited_timestamp??""}`}var Rc=7*6e4;function fn(i,s){return s!==void 0&&s.author.id===i.author.id&&i.type===it.DEFAULT&&s.type!==it.JOIN&&(s.flags&Xe)===(i.flags&Xe)&&!i.author.bot&&Date.parse(i.timestamp)-Date.parse(s.timestamp)<Rc}function jc(i,s){return i.type===it.JOIN?v.joined(s):i.type===it.PIN?v.pinned(s):i.type===it.THREAD_CREATED?v.startedThread(s):null}var hs,He,un,vn,gn,bn,yn,pt=class extends j{constructor(){super(...arguments);B(this,He);this.goesOn=!1;this.active=!1;B(this,hs,!1)}createRenderRoot(){return this}willUpdate(){Y(this,hs,this.contains(document.activeElement))}updated(){M(this,hs)&&document.activeElement===document.body&&this.closest("li")?.focus({preventScroll:!0})}render(){let{message:e,session:t}=this,r=t.nameOf(e.author),o=jc(e,r);return n`<div class="message-row ${e.flags&Xe?"ephemeral":""}">
      ${o===null?d(this,He,un).call(this,r):n`<div class="system">${o} <small>${v.when(new Date(e.timestamp))}</small></div>`}
      ${pn(e)?n`<score-strip .message=${e} .scores=${t.scores}></score-strip>`:x}
      <button type="button" class="more" tabindex=${this.active?0:-1} aria-haspopup="menu"
        aria-label=${v.actions} @click=${d(this,He,yn)}><span aria-hidden="true">⋯</span></button>
    </div>`}};hs=new WeakMap,He=new WeakSet,un=function(e){let{message:t,session:r}=this,o=!!(t.flags&rs);return n`<discord-message author=${e} .avatar=${oi(t.author)}
      ?bot=${t.author.bot??!1} ?edited=${t.edited_timestamp!==null&&t.content!==""}
      .messageBodyOnly=${this.goesOn} .timestamp=${v.when(new Date(t.timestamp))}>
      ${t.type===it.REPLY?d(this,He,vn).call(this):x}
      ${o?n`<span class="thinking">${v.thinking(e)}</span>`:jt(t.content,r)}
      ${t.attachments.map(sn)}
      ${t.embeds.map(a=>tn(a,r))}
      ${cn(t,r)}
      ${rn(t,r)}
      ${d(this,He,gn).call(this)}
      ${t.flags&Xe?d(this,He,bn).call(this):x}
    </discord-message>`},vn=function(){let{session:e}=this,t=this.message.referenced_message;if(!t)return n`<discord-reply slot="reply" deleted></discord-reply>`;let r=vr(t.content,e).replaceAll(`
`," ")||v.noText;return n`<button type="button" slot="reply" class="reply plain" tabindex=${this.active?0:-1}
      @click=${()=>e.jumpToMessage(t.channel_id,t.id)}>
      <discord-reply author=${e.nameOf(t.author)} .avatar=${oi(t.author)}>${r}</discord-reply></button>`},gn=function(){let{message:e,session:t}=this,r=t.view?.channels.find(o=>o.id===e.id);return r?n`<button type="button" slot="thread" class="plain link to-thread" tabindex=${this.active?0:-1}
      @click=${()=>t.open(r.id)}><span aria-hidden="true">↳</span> ${v.toThread(r.name)}</button>`:x},bn=function(){return n`<div slot="components" class="only-you"><span aria-hidden="true">👁</span> ${v.onlyYou} ·
      <button type="button" class="plain link" @click=${()=>this.session.delete(this.message)}>${v.dismiss}</button></div>`},yn=function(e){let t=e.currentTarget.getBoundingClientRect(),r={message:this.message,x:t.left,y:t.bottom};this.dispatchEvent(new CustomEvent("message-menu",{detail:r,bubbles:!0}))},T([m({attribute:!1})],pt.prototype,"message",2),T([m({attribute:!1})],pt.prototype,"session",2),T([m({attribute:!1})],pt.prototype,"goesOn",2),T([m({attribute:!1})],pt.prototype,"active",2),T([m({attribute:!1})],pt.prototype,"view",2),pt=T([U("message-item")],pt);var wn="tour-closed",be=v.tour,cs={open:"alert-open:",which:"messages:",over:"over:",erase:"erase:"},ae,_n,xn,$n,Mn,kn,Tn,yo,En,ds,Hn,zo,ft=class extends j{constructor(){super(...arguments);B(this,ae);this.version=0;this.at=0;this.isBusy=!1;this.isOpen=!Dc()}createRenderRoot(){return this}async open(){this.isOpen=!0,this.at=0,await this.updateComplete,this.querySelector(".tour-act")?.focus()}render(){let e=be.steps[this.at];if(!this.isOpen||!e)return x;let t=this.at===be.steps.length-1,r=d(this,ae,_n).call(this);return n`<section class="tour" aria-label=${be.title}>
      <div class="tour-head"><h2>${e.title}</h2>
        <span class="tour-step" role="img" aria-label=${be.step(this.at+1,be.steps.length)}>${be.steps.map((o,a)=>n`<i class=${a===this.at?"here":a<this.at?"done":""}></i>`)}</span>
        <button type="button" class="icon" aria-label=${be.close} @click=${d(this,ae,zo)}><span aria-hidden="true">✕</span></button></div>
      <p aria-live="polite">${e.text}</p>
      <div class="tour-foot">
        <button type="button" class="button primary tour-act" ?disabled=${this.isBusy||r!==null} @click=${d(this,ae,xn)}>${r??e.act}</button>
        ${this.at?n`<button type="button" class="button secondary" @click=${()=>this.at-=1}>${be.back}</button>`:x}
        ${t?n`<button type="button" class="button secondary" @click=${d(this,ae,Hn)}>${be.finish}</button>`:n`<button type="button" class="button secondary" @click=${()=>this.at+=1}>${be.next}</button>`}
      </div></section>`}};ae=new WeakSet,_n=function(){let e=this.session.host;if(!e||e.bot.state==="starting")return be.starting;if(e.bot.state==="stopped")return be.stopped;if(this.at===0&&["waiting","reading"].includes(e.tour.reading))return be.reading;if(!(this.at>0&&this.at<be.steps.length-1)||e.tour.alert)return null;let{state:r}=e.tour.evening;return r==="calm"?be.calm:r==="over"?be.noAlert:be.waiting},xn=async function(){let e=this.session.host;if(!e)return;let{tour:t}=e,{at:r}=this;this.isBusy=!0;let o=[()=>d(this,ae,$n).call(this,t.channel,t.evening.state!=="calm"),()=>d(this,ae,Mn).call(this,t.moderator,t.moderators,t.alert),()=>d(this,ae,kn).call(this,t.moderator,t.moderators,t.alert),()=>d(this,ae,Tn).call(this,t.moderator,t.moderators,t.alert),()=>d(this,ae,En).call(this,t.member,t.channel)],a=await o[r]?.();this.isBusy=!1,a&&this.at===r&&r<o.length-1&&(this.at=r+1),await this.updateComplete,this.querySelector(".tour-act")?.focus()},$n=async function(e,t){return await this.session.open(e),t||this.session.playEvening()},Mn=async function(e,t,r=null){return await this.session.become(e),r?this.session.jumpToMessage(t,r):await this.session.open(t),!0},kn=async function(e,t,r){let o=await d(this,ae,yo).call(this,e,t,r);return o!==null&&await d(this,ae,ds).call(this,o,cs.which)!==null},Tn=async function(e,t,r){let o=await d(this,ae,yo).call(this,e,t,r);return o!==null&&await d(this,ae,ds).call(this,o,cs.over)!==null},yo=async function(e,t,r){await this.session.become(e),await this.session.open(t);let o=this.session.messages.findLast(l=>zn(l,cs.over)&&BigInt(l.id)>BigInt(r??0));if(o)return o;let a=this.session.messages.find(l=>l.id===r);return a?d(this,ae,ds).call(this,a,cs.open):null},En=async function(e,t){await this.session.become(e),await this.session.open(t);let r=await this.session.command("sentiment privacy opt-out");return!!r?.message&&await d(this,ae,ds).call(this,r.message,cs.erase)!==null},ds=async function(e,t){let r=zn(e,t);return(r?await this.session.use(e,r):null)?.message??null},Hn=function(){this.session.become(this.session.start?.you??""),d(this,ae,zo).call(this)},zo=function(){this.isOpen=!1;try{localStorage.setItem(wn,"yes")}catch{}this.dispatchEvent(new CustomEvent("closed",{bubbles:!0}))},T([m({attribute:!1})],ft.prototype,"session",2),T([m({attribute:!1})],ft.prototype,"version",2),T([re()],ft.prototype,"at",2),T([re()],ft.prototype,"isBusy",2),T([re()],ft.prototype,"isOpen",2),ft=T([U("guided-tour")],ft);function zn(i,s){return i.components.flatMap(t=>t.components??[]).find(t=>t.custom_id?.startsWith(s))?.custom_id}function Dc(){try{return localStorage.getItem(wn)!==null}catch{return!1}}var Pc=0,fi=class{constructor(s,e){this.host=s;this.take=e;this.choices=[];this.id=`suggestions-${Pc+=1}`;this.#e=0;s.addController(this)}#e;hostConnected(){}get isOpen(){return this.choices.length>0}get activeId(){return this.isOpen?`${this.id}-${this.#e}`:x}show(s){let e=s.length===this.choices.length&&s.every((t,r)=>t.value===this.choices[r]?.value);this.choices=s,e||(this.#e=0),this.host.requestUpdate()}hide(){this.show([])}key(s){let e=this.choices[this.#e];if(!e||s.isComposing)return!1;if(s.key==="ArrowDown")this.#e=(this.#e+1)%this.choices.length;else if(s.key==="ArrowUp")this.#e=(this.#e+this.choices.length-1)%this.choices.length;else if(s.key==="Enter"||s.key==="Tab")this.take(e);else if(s.key==="Escape")this.hide();else return!1;return s.preventDefault(),s.stopPropagation(),this.host.requestUpdate(),this.host.updateComplete.then(()=>this.host.querySelector(`#${this.id}-${this.#e}`)?.scrollIntoView({block:"nearest"})),!0}render(s){return this.isOpen?n`<ul class="suggestions" id=${this.id} role="listbox" tabindex="0" aria-label=${s}>${this.choices.map((e,t)=>n`<li id="${this.id}-${t}" role="option" aria-selected=${t===this.#e}
        class=${t===this.#e?"active":""} @pointerdown=${r=>r.preventDefault()}
        @click=${()=>this.take(e)}>
        <span class="choice">${e.label}${e.description?n`<small>${e.description}</small>`:x}</span></li>`)}</ul>`:x}};var Lc=150,xe,Mt,Z,Cn,ot,Sn,An,wo,On,In,ui,_o,Vn,Rn,xo,rt=class extends j{constructor(){super(...arguments);B(this,Z);this.rest=null;this.refused=null;this.filled=new Map;this.current="";B(this,xe,new fi(this,e=>d(this,Z,On).call(this,e)));B(this,Mt,null)}createRenderRoot(){return this}firstUpdated(){if(this.refused){this.filled=this.refused,d(this,Z,ui).call(this,this.filled.keys().next().value);return}let[e]=this.command.options,t=this.command.options.filter(o=>o.required);e&&!t.includes(e)&&this.rest!==null&&t.unshift(e);let r=this.rest??"";this.filled=new Map(t.map(o=>[o.name,{text:o===e?r:""}])),d(this,Z,ui).call(this,this.filled.keys().next().value)}render(){let e=this.command.options,t=e.filter(o=>!this.filled.has(o.name)),r=e.find(o=>o.name===this.current);return n`<form class="command" @submit=${d(this,Z,Vn)} @keydown=${d(this,Z,Rn)}>
      ${M(this,xe).render(v.choices(r?Ee(r,M(this,Z,ot)):""))}
      <p class="command-hint">${r?si(r,M(this,Z,ot)):this.command.description}</p>
      <div class="command-line"><strong>/${this.command.label}</strong>
        ${e.filter(o=>this.filled.has(o.name)).map(o=>d(this,Z,Cn).call(this,o))}
        ${t.map(o=>n`<button type="button" class="add-option" aria-label=${v.addOption(Ee(o,M(this,Z,ot)))}
          title=${si(o,M(this,Z,ot))} @click=${()=>d(this,Z,In).call(this,o)}>+ ${Ee(o,M(this,Z,ot))}</button>`)}
        <span class="command-ends"><button type="button" class="plain link" @click=${d(this,Z,xo)}>${v.cancel}</button>
        <button type="submit" class="button primary">${v.send}</button></span>
      </div></form>`}};xe=new WeakMap,Mt=new WeakMap,Z=new WeakSet,Cn=function(e){let t=e.name===this.current;return n`<label class="option"><span>${Ee(e,M(this,Z,ot))}</span>
      <input name=${e.name} type="text" autocomplete="off" role="combobox" aria-autocomplete="list"
        aria-label=${v.option(Ee(e,M(this,Z,ot)),!!e.required)} aria-description=${si(e,M(this,Z,ot))}
        aria-expanded=${t&&M(this,xe).isOpen} aria-controls=${t&&M(this,xe).isOpen?M(this,xe).id:x}
        aria-activedescendant=${t?M(this,xe).activeId:x}
        .value=${this.filled.get(e.name)?.text??""}
        @focus=${()=>d(this,Z,Sn).call(this,e)} @blur=${()=>M(this,xe).hide()}
        @input=${r=>d(this,Z,An).call(this,e,r.target.value)}
        @keydown=${r=>M(this,xe).key(r)} /></label>`},ot=function(){return this.session.view?.user.locale},Sn=function(e){this.current=e.name,d(this,Z,wo).call(this,e,"")},An=function(e,t){this.filled=new Map(this.filled).set(e.name,{text:t}),d(this,Z,wo).call(this,e,t)},wo=async function(e,t){M(this,Mt)?.abort();let r=jn(e,this.session);if(r)return M(this,xe).show(Ka(r,t));if(!e.autocomplete)return M(this,xe).hide();let o=Y(this,Mt,new AbortController);if(await new Promise(a=>setTimeout(a,Lc)),!o.signal.aborted)try{let a={...d(this,Z,_o).call(this),[e.name]:t},{api:l,channelId:c}=this.session,u=await l.complete(c,this.command.name,a,e.name,o.signal);if(o.signal.aborted||this.current!==e.name)return;M(this,xe).show(u.map(p=>({value:String(p.value),label:p.name})))}catch{M(this,xe).hide()}},On=function(e){this.filled=new Map(this.filled).set(this.current,{text:e.label,value:e.value}),M(this,Mt)?.abort(),M(this,xe).hide();let t=this.command.options.find(r=>r.required&&!this.filled.get(r.name)?.text);t&&d(this,Z,ui).call(this,t.name)},In=function(e){this.filled=new Map(this.filled).set(e.name,{text:""}),d(this,Z,ui).call(this,e.name)},ui=async function(e){await this.updateComplete;let t=e?`input[name="${CSS.escape(e)}"]`:"button[type=submit]";this.querySelector(t)?.focus()},_o=function(){let e={};for(let t of this.command.options){let r=this.filled.get(t.name);r?.text&&(e[t.name]=Nc(t,r,this.session))}return e},Vn=function(e){e.preventDefault();let t=this.command.options.find(o=>o.required&&!this.filled.get(o.name)?.text);if(t){this.session.complain(v.optionMissing(Ee(t,M(this,Z,ot)))),d(this,Z,ui).call(this,t.name);return}M(this,Mt)?.abort();let r={values:d(this,Z,_o).call(this),filled:this.filled};this.dispatchEvent(new CustomEvent("use",{detail:r}))},Rn=function(e){let t=e.target,r=t instanceof HTMLInputElement&&t.value==="";(e.key==="Escape"||e.key==="Backspace"&&r&&this.filled.size<=1)&&(e.preventDefault(),d(this,Z,xo).call(this))},xo=function(){M(this,Mt)?.abort(),this.dispatchEvent(new CustomEvent("left"))},T([m({attribute:!1})],rt.prototype,"session",2),T([m({attribute:!1})],rt.prototype,"command",2),T([m({attribute:!1})],rt.prototype,"rest",2),T([m({attribute:!1})],rt.prototype,"refused",2),T([re()],rt.prototype,"filled",2),T([re()],rt.prototype,"current",2),rt=T([U("command-form")],rt);function jn(i,s){return i.choices?i.choices.map(e=>({value:String(e.value),label:Ee(e,s.view?.user.locale)})):i.type===Ze.BOOLEAN?[{value:"true",label:v.yes},{value:"false",label:v.no}]:Wa(i.type,s,i.channel_types)}function Nc(i,s,e){let t=jn(i,e)??[],r=s.text.trim().toLowerCase(),o=t.find(c=>c.label.toLowerCase()===r||c.label.slice(1).toLowerCase()===r),a=s.value??o?.value??s.text;return i.type===Ze.BOOLEAN&&(a==="true"||a==="false")?a==="true":a}function Dn(i,s){return i.filter(t=>t.type===pr.SLASH).flatMap(t=>Pn(t,"","",s))}function Pn(i,s,e,t){let[r,o]=[`${s}${i.name}`,`${e}${Ee(i,t)}`],a=i.options??[],l=a.filter(c=>c.type===Ze.SUBCOMMAND||c.type===Ze.GROUP);return l.length?l.flatMap(c=>Pn(c,`${r} `,`${o} `,t)):[{name:r,label:o,description:si(i,t),options:a}]}function Ln(i,s){let e=s.slice(1).toLowerCase().trimEnd(),t=e.split(/\s+/).filter(Boolean);return i.filter(o=>t.every(a=>o.label.includes(a))).toSorted((o,a)=>Number(a.label.startsWith(e))-Number(o.label.startsWith(e)))}function Nn(i,s){let e=s.slice(1).replace(/\s+/g," "),t=i.filter(r=>e.toLowerCase().startsWith(`${r.label} `)).toSorted((r,o)=>o.label.length-r.label.length)[0];return t?[t,e.slice(t.label.length+1)]:null}var Bc=2e3,ps,vi,Ce,Nt,K,Bn,yr,Un,qn,zr,Fn,Gn,$o,Wn,Kn,wr,ut,ms,Qe=class extends j{constructor(){super(...arguments);B(this,K);this.version=0;this.text="";this.files=[];this.replyTo=null;this.editing=null;this.command=null;B(this,ps,null);B(this,vi,null);B(this,Ce,new fi(this,e=>d(this,K,qn).call(this,e)));B(this,Nt,"")}createRenderRoot(){return this}willUpdate(e){let t=`${this.session.view?.user.id} ${this.session.channelId}`;t!==M(this,Nt)&&(Y(this,Nt,t),d(this,K,ut).call(this))}async reply(e){d(this,K,ut).call(this),this.replyTo=e,await d(this,K,ms).call(this)}async edit(e){d(this,K,ut).call(this),this.editing=e,this.text=e.content,await d(this,K,ms).call(this)}render(){let{session:e,command:t}=this,r=e.channel;if(!r)return n``;if(!Pa(r))return n`<p class="composer about">${v.mayNotWrite}</p>`;if(t)return n`<command-form .session=${e} .command=${t} .rest=${M(this,ps)} .refused=${M(this,vi)}
        @left=${d(this,K,wr)} @use=${d(this,K,Fn)}></command-form>`;let o=this.editing?v.editing:this.replyTo?v.replyingTo(e.nameOf(this.replyTo.author)):"";return n`<form class="composer" @submit=${d(this,K,$o)} @paste=${d(this,K,Kn)}>
      ${M(this,Ce).render(v.commands)}
      ${o?n`<p class="about">${o} <button type="button" class="plain link" @click=${d(this,K,wr)}>${v.stop}</button></p>`:x}
      ${this.files.length?d(this,K,Bn).call(this):x}
      <div class="write">
        <label class="icon attach" title=${v.attach}><span aria-hidden="true">+</span><span class="unseen">${v.attach}</span>
          <input type="file" class="unseen" multiple ?disabled=${this.editing!==null} @change=${d(this,K,Wn)} /></label>
        <textarea rows=${Math.min(8,this.text.split(`
`).length)} maxlength=${Bc}
          placeholder="${v.write(r.name)} · ${v.writeHint}" aria-label=${v.write(r.name)}
          aria-haspopup="listbox" aria-autocomplete="list"
          aria-controls=${M(this,Ce).isOpen?M(this,Ce).id:x}
          aria-activedescendant=${M(this,Ce).activeId} .value=${this.text}
          @input=${d(this,K,Un)} @keydown=${d(this,K,Gn)} @blur=${()=>M(this,Ce).hide()}></textarea>
        <button type="submit" class="button primary">${this.editing?v.save:v.send}</button>
      </div></form>`}};ps=new WeakMap,vi=new WeakMap,Ce=new WeakMap,Nt=new WeakMap,K=new WeakSet,Bn=function(){return n`<ul class="attached">${this.files.map(e=>n`<li>${e.name} <small>${v.size(e.size)}</small>
        <button type="button" class="icon" aria-label=${v.removeFile(e.name)}
          @click=${()=>this.files=this.files.filter(t=>t!==e)}><span aria-hidden="true">✕</span></button></li>`)}</ul>`},yr=function(){return Dn(this.session.view?.commands??[],this.session.view?.user.locale)},Un=function(e){if(this.text=e.target.value,!this.text.startsWith("/")||this.editing)return M(this,Ce).hide();let t=Nn(M(this,K,yr),this.text);if(t)return d(this,K,zr).call(this,...t);let r=Ln(M(this,K,yr),this.text);M(this,Ce).show(r.map(o=>({value:o.name,label:`/${o.label}`,description:o.description})))},qn=function(e){let t=M(this,K,yr).find(r=>r.name===e.value);t&&d(this,K,zr).call(this,t,null)},zr=function(e,t){d(this,K,ut).call(this),Y(this,ps,t),Y(this,vi,null),this.command=e},Fn=async function(e){let{command:t,session:r}=this,{values:o,filled:a}=e.detail;if(!t)return;await d(this,K,wr).call(this);let l=M(this,Nt);await r.command(t.name,o)||l!==M(this,Nt)||this.text||this.command||this.editing||this.replyTo||(d(this,K,zr).call(this,t,null),Y(this,vi,a))},Gn=function(e){if(!M(this,Ce).key(e)){if(e.key==="Enter"&&!e.shiftKey&&!e.isComposing)e.preventDefault(),d(this,K,$o).call(this,e);else if(e.key==="Escape")d(this,K,ut).call(this);else if(e.key==="ArrowUp"&&this.text===""&&!this.editing){let t=this.session.messages.findLast(r=>r.author.id===this.session.view?.user.id);if(!t)return;e.preventDefault(),this.edit(t)}}},$o=async function(e){e.preventDefault();let{text:t,files:r,replyTo:o,editing:a,session:l}=this,c=Uc(qc(t.trim(),l.view?.emojis??[]),l);if(a)c&&await l.edit(a,c)&&d(this,K,ut).call(this);else if(c||r.length){if(d(this,K,ut).call(this),await l.send(c,o?.id??null,r))return;Object.assign(this,{text:t,files:r,replyTo:o})}},Wn=function(e){let t=e.target;this.files=[...this.files,...t.files??[]],t.value="",d(this,K,ms).call(this)},Kn=function(e){let t=[...e.clipboardData?.files??[]];t.length&&!this.editing&&(this.files=[...this.files,...t])},wr=async function(){d(this,K,ut).call(this),await d(this,K,ms).call(this)},ut=function(){this.text="",this.files=[],this.replyTo=null,this.editing=null,this.command=null,M(this,Ce).hide()},ms=async function(){await this.updateComplete,this.querySelector("textarea")?.focus()},T([m({attribute:!1})],Qe.prototype,"session",2),T([m({attribute:!1})],Qe.prototype,"version",2),T([re()],Qe.prototype,"text",2),T([re()],Qe.prototype,"files",2),T([re()],Qe.prototype,"replyTo",2),T([re()],Qe.prototype,"editing",2),T([re()],Qe.prototype,"command",2),Qe=T([U("message-composer")],Qe);function Uc(i,s){let e=new Map(s.view?.members.map(({user:t})=>[s.nameOf(t).toLowerCase(),t.id]));return i.replace(/(?<![\w<@`])@([\p{L}\p{N}_]+)/gu,(t,r)=>{let o=e.get(r.toLowerCase());return o?`<@${o}>`:t})}function qc(i,s){return i.replace(/(?<!<a?):(\w{2,32}):(?!\d)/g,(e,t)=>{let r=s.find(o=>o.name===t);return r?`<:${t}:${r.id}>`:e})}var Yn=(i,s,e)=>{let t=new Map;for(let r=s;r<=e;r++)t.set(i[r],r);return t},Zn=Ge(class extends Te{constructor(i){if(super(i),i.type!==we.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let r=[],o=[],a=0;for(let l of i)r[a]=t?t(l,a):a,o[a]=e(l,a),a++;return{values:o,keys:r}}render(i,s,e){return this.dt(i,s,e).values}update(i,[s,e,t]){let r=ga(i),{values:o,keys:a}=this.dt(s,e,t);if(!Array.isArray(r))return this.ut=a,o;let l=this.ut??=[],c=[],u,p,h=0,k=r.length-1,y=0,w=o.length-1;for(;h<=k&&y<=w;)if(r[h]===null)h++;else if(r[k]===null)k--;else if(l[h]===a[y])c[y]=yt(r[h],o[y]),h++,y++;else if(l[k]===a[w])c[w]=yt(r[k],o[w]),k--,w--;else if(l[h]===a[w])c[w]=yt(r[h],o[w]),Xt(i,c[w+1],r[h]),h++,w--;else if(l[k]===a[y])c[y]=yt(r[k],o[y]),Xt(i,r[h],r[k]),k--,y++;else if(u===void 0&&(u=Yn(a,y,w),p=Yn(l,h,k)),u.has(l[h]))if(u.has(l[k])){let b=p.get(a[y]),g=b!==void 0?r[b]:null;if(g===null){let $=Xt(i,r[h]);yt($,o[y]),c[y]=$}else c[y]=yt(g,o[y]),Xt(i,r[h],g),r[b]=null;y++}else Ps(r[k]),k--;else Ps(r[h]),h++;for(;y<=w;){let b=Xt(i,c[w+1]);yt(b,o[y]),c[y++]=b}for(;h<=k;){let b=r[h++];b!==null&&Ps(b)}return this.ut=a,Ds(i,c),ue}});var Fc=80,Gc=500,et,gt,kt,gs,gi,bs,q,Xn,fs,Mo,_r,Jn,Qn,el,us,vs,tl,il,sl,rl,ol,xr,$r,ys,zs,vt=class extends j{constructor(){super(...arguments);B(this,q);this.messages=[];this.channelId="";this.activeId=null;B(this,et,!0);B(this,gt,0);B(this,kt,!1);B(this,gs,!1);B(this,gi,new ResizeObserver(()=>d(this,q,_r).call(this)));B(this,bs);B(this,ys,()=>{Y(this,et,!0),Y(this,kt,!0),Y(this,gt,M(this,q,fs).scrollTop),this.requestUpdate()});B(this,zs,async e=>{let{channel:t,message:r}=e.detail;if(!await this.session.openAt(t,r))return;await d(this,q,us).call(this);let o=d(this,q,vs).call(this,r);o&&(Y(this,et,!1),o.scrollIntoView({block:"center"}),o.focus({preventScroll:!0}),o.classList.add("found"),setTimeout(()=>o.classList.remove("found"),2500))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("jump",M(this,zs)),this.session.addEventListener("answered",M(this,ys))}disconnectedCallback(){this.session.removeEventListener("jump",M(this,zs)),this.session.removeEventListener("answered",M(this,ys)),M(this,gi).disconnect(),super.disconnectedCallback()}firstUpdated(){M(this,gi).observe(this.querySelector("ol")),M(this,gi).observe(M(this,q,fs))}willUpdate(e){Y(this,gs,this.contains(document.activeElement)),e.has("channelId")&&(this.activeId=null,Y(this,et,!0),Y(this,kt,!1),Y(this,gt,0))}updated(){M(this,gs)&&document.activeElement===document.body&&this.querySelector('li.message[tabindex="0"]')?.focus({preventScroll:!0}),d(this,q,_r).call(this)}render(){let{messages:e,session:t}=this,r=t.channel?.name??"",o=e.some(a=>a.id===this.activeId)?this.activeId:e.at(-1)?.id;return n`<div class="scroll" @scroll=${d(this,q,Mo)}>
      ${t.hasOlder&&e.length?n`<button type="button" class="button secondary older" @click=${d(this,q,Jn)}>${v.older}</button>`:x}
      <ol class="messages" aria-label=${v.messagesIn(r)} @keydown=${d(this,q,il)} @focusin=${d(this,q,tl)}
        @contextmenu=${d(this,q,rl)} @pointerdown=${d(this,q,ol)} @pointerup=${d(this,q,xr)}
        @pointercancel=${d(this,q,xr)} @pointermove=${d(this,q,xr)}>
        ${Zn(e,a=>a.id,(a,l)=>d(this,q,Xn).call(this,a,e[l-1],a.id===o))}
      </ol>
      ${t.hasNewer?n`<button type="button" class="button secondary newer" @click=${d(this,q,Qn)}>${v.newer}</button>`:x}
      ${e.length||!t.isLoaded?x:n`<p class="nothing">${v.nothingYet(r)}</p>`}
    </div>
    ${t.hasNewer?n`<p class="earlier">${v.earlier} <button type="button" class="plain link" @click=${d(this,q,el)}>${v.toNewest}</button></p>`:x}`}};et=new WeakMap,gt=new WeakMap,kt=new WeakMap,gs=new WeakMap,gi=new WeakMap,bs=new WeakMap,q=new WeakSet,Xn=function(e,t,r){let o=v.dayOf(new Date(e.timestamp)),a=!t||v.dayOf(new Date(t.timestamp))!==o,l=!a&&fn(e,t);return n`${a?n`<li class="day"><span>${o}</span></li>`:x}
      <li id="message-${e.id}" class="message ${l?"goes-on":""}" tabindex=${r?0:-1} data-id=${e.id}>
        <message-item .message=${e} .session=${this.session} .goesOn=${l} .active=${r} .view=${this.view}></message-item>
      </li>`},fs=function(){return this.querySelector(".scroll")},Mo=function(){let{scrollTop:e,scrollHeight:t,clientHeight:r}=M(this,q,fs),o=Math.abs(e-M(this,gt))>1;t-e-r<Fc?Y(this,et,!0):(e<M(this,gt)||o&&M(this,kt))&&Y(this,et,!1),o&&Y(this,kt,!1),Y(this,gt,e)},_r=function(){if(d(this,q,Mo).call(this),!M(this,et)||this.session.hasNewer)return;let e=M(this,q,fs),t=this.querySelector("li.message:last-of-type"),r=t!==null&&t.offsetHeight>e.clientHeight;e.scrollTop=M(this,kt)&&r?t.offsetTop-e.offsetTop:e.scrollHeight,Y(this,gt,e.scrollTop)},Jn=async function(){let e=this.messages[0]?.id;await this.session.loadOlder(),await d(this,q,us).call(this),e&&d(this,q,vs).call(this,e)?.scrollIntoView({block:"start"})},Qn=async function(){let e=this.messages.at(-1)?.id;Y(this,et,!1),await this.session.loadNewer(),await d(this,q,us).call(this);let t=this.messages[this.messages.findIndex(r=>r.id===e)+1];t&&d(this,q,vs).call(this,t.id)?.focus({preventScroll:!0})},el=async function(){await this.session.loadNewest(),Y(this,et,!0),await d(this,q,us).call(this),d(this,q,_r).call(this),d(this,q,vs).call(this,this.messages.at(-1)?.id??"")?.focus({preventScroll:!0})},us=async function(){await new Promise(e=>requestAnimationFrame(e)),await this.updateComplete},vs=function(e){return this.querySelector(`#message-${e}`)},tl=function(e){this.activeId=e.target.closest("li.message")?.dataset.id??this.activeId},il=function(e){let t=e.target;if(!t.matches("li.message"))return;let r=[...this.querySelectorAll("li.message")],o=r.indexOf(t);if(e.key==="ArrowDown")r[o+1]?.focus();else if(e.key==="ArrowUp")r[o-1]?.focus();else if(e.key==="Home")r[0]?.focus();else if(e.key==="End")r.at(-1)?.focus();else if(e.key==="Enter"||e.key==="ContextMenu"||e.key==="F10"&&e.shiftKey)d(this,q,sl).call(this,t);else return;e.preventDefault()},sl=function(e){let t=e.getBoundingClientRect();d(this,q,$r).call(this,e,t.left+56,Math.min(t.bottom,innerHeight-60))},rl=function(e){let t=e.target,r=t.closest("li.message");!r||t.closest("a[href], img.picture, input, textarea")||(e.preventDefault(),(e.button===2||e.detail)&&d(this,q,$r).call(this,r,e.clientX,e.clientY))},ol=function(e){let t=e.target.closest("li.message");e.pointerType==="mouse"||!t||Y(this,bs,setTimeout(()=>d(this,q,$r).call(this,t,e.clientX,e.clientY),Gc))},xr=function(e){e.type==="pointermove"&&Math.abs(e.movementX)+Math.abs(e.movementY)<4||clearTimeout(M(this,bs))},$r=function(e,t,r){let o=this.messages.find(a=>a.id===e.dataset.id);o&&(e.focus({preventScroll:!0}),this.dispatchEvent(new CustomEvent("message-menu",{detail:{message:o,x:t,y:r},bubbles:!0})))},ys=new WeakMap,zs=new WeakMap,T([m({attribute:!1})],vt.prototype,"session",2),T([m({attribute:!1})],vt.prototype,"messages",2),T([m({attribute:!1})],vt.prototype,"view",2),T([m({attribute:!1})],vt.prototype,"channelId",2),T([re()],vt.prototype,"activeId",2),vt=T([U("message-list")],vt);var Wc=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F62E}"].map(i=>({id:null,name:i})),ws,bi,te,al,nl,Ut,ko,Mr,kr,To,Tr,ll,Eo,Bt=class extends j{constructor(){super(...arguments);B(this,te);this.message=null;this.appsOpen=!1;B(this,ws,null);B(this,bi,{x:0,y:0})}createRenderRoot(){return this}async open(e,t,r){Y(this,ws,document.activeElement),this.message=e,this.appsOpen=!1,Y(this,bi,{x:t,y:r}),await this.updateComplete,d(this,te,Eo).call(this),M(this,te,ko)[0]?.focus()}render(){let{message:e,session:t}=this;if(!e)return x;let r=t.channel,o=e.author.id===t.view?.user.id,a=!(e.flags&Xe),l=o||r!==void 0&&ja(r);return n`<div class="menu-scrim" @pointerdown=${()=>d(this,te,Tr).call(this)} @contextmenu=${c=>c.preventDefault()}></div>
      <div class="menu" role="menu" aria-label=${v.actions} @keydown=${d(this,te,ll)}>
        ${a?d(this,te,al).call(this,e):x}
        ${a?d(this,te,Ut).call(this,v.reply,()=>d(this,te,kr).call(this,"reply")):x}
        ${o&&a?d(this,te,Ut).call(this,v.edit,()=>d(this,te,kr).call(this,"edit")):x}
        ${a&&r&&!Je(r)?d(this,te,Ut).call(this,v.openThread,()=>d(this,te,kr).call(this,"thread")):x}
        ${e.content?d(this,te,Ut).call(this,v.copyText,()=>{navigator.clipboard?.writeText(e.content)}):x}
        ${a?d(this,te,nl).call(this,e):x}
        ${!a||l?d(this,te,Ut).call(this,a?v.delete:v.dismiss,()=>{t.delete(e)},"dangerous"):x}
      </div>`}};ws=new WeakMap,bi=new WeakMap,te=new WeakSet,al=function(e){let t=[...Wc,...(this.session.view?.emojis??[]).slice(0,2)];return n`<div class="menu-reactions" role="group" aria-label=${v.react}>${t.map(r=>n`<button type="button" role="menuitem" tabindex="-1" aria-label=${`${v.react}: ${r.name}`}
        @click=${()=>d(this,te,To).call(this,()=>{this.session.react(e,r)})}>${Dt(r)}</button>`)}</div>`},nl=function(e){let t=(this.session.view?.commands??[]).filter(r=>r.type===pr.MESSAGE_MENU);return t.length?n`<button type="button" role="menuitem" tabindex="-1" aria-haspopup="menu" aria-expanded=${this.appsOpen}
        @click=${()=>d(this,te,Mr).call(this,!this.appsOpen)}>${v.apps} <span aria-hidden="true">${this.appsOpen?"\u25BE":"\u25B8"}</span></button>
      ${this.appsOpen?n`<div role="group" class="menu-apps" aria-label=${v.apps}>${t.map(r=>d(this,te,Ut).call(this,Ee(r,this.session.view?.user.locale),()=>{this.session.app(e,r.name)}))}</div>`:x}`:x},Ut=function(e,t,r=""){return n`<button type="button" role="menuitem" tabindex="-1" class=${r} @click=${()=>d(this,te,To).call(this,t)}>${e}</button>`},ko=function(){return[...this.querySelectorAll("[role=menuitem]")]},Mr=async function(e){this.appsOpen=e,await this.updateComplete,d(this,te,Eo).call(this),e&&this.querySelector(".menu-apps [role=menuitem]")?.focus()},kr=function(e){this.message&&this.dispatchEvent(new CustomEvent("act",{detail:{act:e,message:this.message}}))},To=function(e){e(),d(this,te,Tr).call(this)},Tr=function(){let e=this.contains(document.activeElement);this.message=null,e&&M(this,ws)?.focus()},ll=function(e){let t=M(this,te,ko),r=t.indexOf(document.activeElement),o=document.activeElement?.closest(".menu-apps"),a=document.activeElement?.getAttribute("aria-haspopup")==="menu";if(e.key==="ArrowDown")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowUp")t.at(r-1)?.focus();else if(e.key==="Home")t[0]?.focus();else if(e.key==="End")t.at(-1)?.focus();else if(e.key==="ArrowRight"&&a)d(this,te,Mr).call(this,!0);else if(e.key==="ArrowLeft"&&o)d(this,te,Mr).call(this,!1).then(()=>this.querySelector("[aria-haspopup]")?.focus());else if(e.key==="ArrowRight")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowLeft")t.at(r-1)?.focus();else if(e.key==="Escape"||e.key==="Tab")d(this,te,Tr).call(this);else return;e.preventDefault(),e.stopPropagation()},Eo=function(){let e=this.querySelector(".menu");if(!e)return;let{width:t,height:r}=e.getBoundingClientRect();e.style.left=`${Math.max(8,Math.min(M(this,bi).x,innerWidth-t-8))}px`,e.style.top=`${Math.max(8,Math.min(M(this,bi).y,innerHeight-r-8))}px`},T([m({attribute:!1})],Bt.prototype,"session",2),T([re()],Bt.prototype,"message",2),T([re()],Bt.prototype,"appsOpen",2),Bt=T([U("message-menu")],Bt);var Kc=2,fe,hl,Ho,cl,dl,ml,pl,fl,ul,qt=class extends j{constructor(){super(...arguments);B(this,fe);this.complaint=""}createRenderRoot(){return this}firstUpdated(){this.querySelector("dialog")?.showModal()}render(){let e=this.session.host?.bot.user;return n`<dialog class="modal" aria-labelledby="modal-title" @cancel=${d(this,fe,ul)}>
      <form @submit=${d(this,fe,ml)}>
        <h2 id="modal-title">${this.modal.title}</h2>
        <p class="modal-note">${v.formFor(e?this.session.nameOf(e):"")}</p>
        ${this.modal.components.map(t=>d(this,fe,hl).call(this,t))}
        <p class="modal-error" role="alert">${this.complaint}</p>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${()=>this.session.closeModal()}>${v.cancel}</button>
          <button type="submit" class="button primary">${v.submit}</button>
        </div>
      </form></dialog>`}};fe=new WeakSet,hl=function(e){return e.type===me.TEXT_DISPLAY?n`<p>${jt(e.content??"",this.session)}</p>`:e.type===me.LABEL&&e.component?d(this,fe,Ho).call(this,e.component,e.label??"",e.description):n`${(e.components??[]).map(t=>d(this,fe,Ho).call(this,t,t.label??""))}`},Ho=function(e,t,r){let o=`field-${e.custom_id}`,a=e.required!==!1&&e.type!==me.CHECKBOX,l=n`${t}${a?x:n` <small>(${v.optional})</small>`}`,c=r?n`<small class="hint" id="${o}-hint">${r}</small>`:x;return e.type===me.RADIO_GROUP||e.type===me.CHECKBOX_GROUP?n`<fieldset class="field"><legend>${l}</legend>${c}${d(this,fe,dl).call(this,e)}</fieldset>`:n`<div class="field"><label for=${o}>${l}</label>${c}${d(this,fe,cl).call(this,e,o,t,a)}</div>`},cl=function(e,t,r,o){let a=e.custom_id??"";switch(e.type){case me.TEXT_INPUT:return e.style===Kc?n`<textarea id=${t} name=${a} rows="4" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||x} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""}></textarea>`:n`<input id=${t} name=${a} type="text" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||x} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""} />`;case me.CHECKBOX:return n`<input id=${t} name=${a} type="checkbox" .checked=${e.default??!1} />`;default:return n`<choice-select id=${t} data-name=${a} .select=${e} .session=${this.session} .label=${r}></choice-select>`}},dl=function(e){let t=e.type===me.RADIO_GROUP?"radio":"checkbox";return(e.options??[]).map(r=>n`<label class="box"><input type=${t} name=${e.custom_id??""} value=${r.value}
        .checked=${r.default??!1} /> ${r.label}
        ${r.description?n`<small>${r.description}</small>`:x}</label>`)},ml=function(e){e.preventDefault(),this.session.submit(this.modal,d(this,fe,pl).call(this,e.target))},pl=function(e){let t={},r=this.modal.components.flatMap(o=>o.component??o.components??[]);for(let o of r){let a=o.custom_id;if(!a)continue;let l=new FormData(e).getAll(a).map(String);o.type===me.TEXT_INPUT?t[a]=l[0]??"":o.type===me.CHECKBOX?t[a]=l.length>0:o.type===me.CHECKBOX_GROUP?t[a]=l:o.type!==me.RADIO_GROUP?t[a]=d(this,fe,fl).call(this,a):l[0]!==void 0&&(t[a]=l[0])}return t},fl=function(e){return this.querySelector(`choice-select[data-name="${CSS.escape(e)}"]`)?.values??[]},ul=function(e){e.preventDefault(),this.session.closeModal()},T([m({attribute:!1})],qt.prototype,"modal",2),T([m({attribute:!1})],qt.prototype,"session",2),T([m({attribute:!1})],qt.prototype,"complaint",2),qt=T([U("modal-form")],qt);function Co(){return ge("GET","/api/start")}async function vl(i){let s=await Co().catch(()=>null);return s!==null&&i!==null&&s.server.id!==i.server.id}function gl(){return ge("POST","/api/evening")}var Er=class{constructor(s){this.userId=s;this.#e=`/api/as/${s}`}#e;view(){return ge("GET",`${this.#e}/view`)}history(s,e,t){let r=new URLSearchParams({limit:String(e),...t});return ge("GET",`${this.#s(s)}?${r}`)}send(s,e,t,r){let o={content:e,...t?{reply_to:t}:{}};if(!r.length)return ge("POST",this.#s(s),o);let a=new FormData;return a.append("payload_json",JSON.stringify(o)),r.forEach((l,c)=>a.append(`files[${c}]`,l)),ge("POST",this.#s(s),a)}edit(s,e){return ge("PATCH",this.#t(s),{content:e})}delete(s){return ge("DELETE",this.#t(s))}react(s,e,t){let r=encodeURIComponent(ri(e));return ge(t?"PUT":"DELETE",`${this.#t(s)}/reactions/${r}`)}openThread(s,e,t){return ge("POST",`${this.#i(s)}/threads`,{name:e,message_id:t})}command(s,e,t){return ge("POST",`${this.#i(s)}/commands`,{command:e,options:t})}complete(s,e,t,r,o){let a={command:e,options:t,focused:r};return ge("POST",`${this.#i(s)}/autocomplete`,a,o)}app(s,e){return ge("POST",`${this.#t(s)}/apps`,{name:e})}component(s,e,t){return ge("POST",`${this.#t(s)}/components`,{custom_id:e,values:t})}submit(s,e){return ge("POST",`${this.#e}/modals/${s.id}`,{values:e})}score(s,e){return ge("GET",`${this.#t(s)}/score`,void 0,e)}eventsUrl(){let s=new URL(`${this.#e}/events`,location.href);return s.protocol=s.protocol==="https:"?"wss:":"ws:",s.href}#i(s){return`${this.#e}/channels/${s}`}#s(s){return`${this.#i(s)}/messages`}#t(s){return`${this.#s(s.channel_id)}/${s.id}`}};var Hr=class{constructor(s,e,t,r){this.url=s;this.tell=e;this.opened=t;this.broken=r;this.#e=null;this.#i=500;this.#t=!1;this.begun=new Promise(s=>this.#r=s);this.#o(!1)}#e;#i;#s;#t;#r;close(){this.#t=!0,clearTimeout(this.#s),this.#e?.close()}#o(s){let e=new WebSocket(this.url);this.#e=e,e.onopen=()=>{this.#i=500,this.#r(),this.#t||this.opened(s)},e.onmessage=t=>{this.#t||this.tell(JSON.parse(t.data))},e.onclose=()=>{this.#r(),!this.#t&&(this.broken(),clearTimeout(this.#s),this.#s=setTimeout(()=>this.#o(!0),this.#i),this.#i=Math.min(this.#i*2,8e3))}}};var yi=class extends Error{},Cr=class{#e=null;#i=null;get api(){if(!this.#e)throw new Error("nobody is anybody yet");return this.#e}hasChosen(s){return this.#i?.userId===s}async become(s){let e=this.#i=new Er(s);try{let t=await e.view();if(this.#i!==e)throw new yi;return this.#e=e,t}finally{this.#i===e&&(this.#i=this.#e)}}async as(s){let e=this.api,[t]=await Promise.allSettled([s(e)]);if(e!==this.#e)throw new yi;if(t.status==="rejected")throw t.reason;return t.value}};function Yc(i,s){return i.length-s.length||(i<s?-1:i>s?1:0)}function bl(i,s){let e=i.findIndex(o=>o.id===s.id),t=i[e];if(t)return(t.edited_timestamp??"")>(s.edited_timestamp??"")?[...i]:i.with(e,{...t,...s});let r=i.findLastIndex(o=>Yc(o.id,s.id)<0)+1;return i.toSpliced(r,0,s)}function Sr(i,s){return s.reduce(bl,i)}function Zc(i,s){return i.filter(e=>!s.includes(e.id))}function Xc(i,s){return i.some(e=>e.referenced_message?.id===s.id)?i.map(e=>e.referenced_message?.id===s.id?{...e,referenced_message:{...e.referenced_message,...s}}:e):i}function Jc(i,s){let e=t=>s.includes(t.referenced_message?.id??"");return i.some(e)?i.map(t=>e(t)?{...t,referenced_message:null}:t):i}function Qc(i,s,e,t,r){return i.map(o=>{if(o.id!==s)return o;let a=ri(e),l=o.reactions??[],p=(l.some(h=>ri(h.emoji)===a)?l:[...l,{emoji:e,count:0,me:!1}]).map(h=>ri(h.emoji)===a?{...h,count:h.count+t,me:r?t>0:h.me}:h).filter(h=>h.count>0);return{...o,reactions:p}})}var ed={messages:[],hasOlder:!1,hasNewer:!1},Ar=class{#e=new Map;#i=new Set;of(s){return this.#s(s).messages}find(s,e){return this.of(s).find(t=>t.id===e)}has(s){return this.#e.has(s)}hasOlder(s){return this.#s(s).hasOlder}hasNewer(s){return this.#s(s).hasNewer}async loadNewest(s,e,t){let r={channelId:s,changes:[]};this.#i.add(r);try{let o=await t(),a=r.changes.reduce((l,c)=>c(l),Sr([],o));this.#e.set(s,{messages:a,hasOlder:o.length===e,hasNewer:!1})}finally{this.#i.delete(r)}}async loadAround(s,e,t,r){let o=Sr([],await r()),a=o.findIndex(u=>u.id===e);if(a<0)return;let l=Math.floor(t/2),c=o.length-1-a>=l;this.#e.set(s,{messages:o,hasOlder:a>=l,hasNewer:c})}async loadOlder(s,e,t){let r=await t(),o=this.#s(s),a=Sr(o.messages,r);this.#e.set(s,{...o,messages:a,hasOlder:r.length===e})}async loadNewer(s,e,t){let r=await t(),o=this.#s(s),a=Sr(o.messages,r);this.#e.set(s,{...o,messages:a,hasNewer:r.length===e})}take(s){let{messages:e,hasNewer:t}=this.#s(s.channel_id);(e.some(o=>o.id===s.id)||!t)&&this.#t(s.channel_id,o=>bl(o,s)),this.#r(o=>Xc(o,s))}remove(s,e){this.#t(s,t=>Zc(t,e)),this.#r(t=>Jc(t,e))}hear(s,e,t){let r=s==="MESSAGE_REACTION_ADD"?1:-1;switch(s){case"MESSAGE_DELETE":return this.remove(e.channel_id,[e.id]),!0;case"MESSAGE_DELETE_BULK":return this.remove(e.channel_id,e.ids),!0;case"MESSAGE_REACTION_ADD":case"MESSAGE_REACTION_REMOVE":return this.#o(e.channel_id,o=>Qc(o,e.message_id,e.emoji,r,e.user_id===t)),!0;default:return!1}}clear(){this.#e.clear()}#s(s){return this.#e.get(s)??ed}#t(s,e){for(let t of this.#i)t.channelId===s&&t.changes.push(e);this.#o(s,e)}#r(s){for(let e of this.#e.keys())this.#o(e,s)}#o(s,e){let t=this.#e.get(s);t&&this.#e.set(s,{...t,messages:e(t.messages)})}};var Or=50,Ir=class extends EventTarget{constructor(){super(...arguments);this.start=null;this.host=null;this.view=null;this.channelId="";this.modal=null;this.complaint="";this.connected=!0;this.unread=new Set;this.#e=new Cr;this.#i=0;this.#s=null;this.#t=new Ar}#e;#i;#s;#t;get api(){return this.#e.api}get isChanging(){return this.#i>0}get channel(){return this.view?.channels.find(e=>e.id===this.channelId)}get messages(){return this.#t.of(this.channelId)}get isLoaded(){return this.#t.has(this.channelId)}get hasOlder(){return this.#t.hasOlder(this.channelId)}get hasNewer(){return this.#t.hasNewer(this.channelId)}nameOf(e){return fr(e,this.view?.members.find(t=>t.user.id===e.id))}async begin(){await this.#a(async()=>{this.start=await Co(),this.host={bot:this.start.bot,tour:this.start.tour},await this.#r(this.start.you)})}async become(e){this.#e.hasChosen(e)||(this.#i+=1,this.#n(),await this.#a(()=>this.#r(e)),this.#i-=1,this.#n())}async open(e){let t=e===this.channelId;this.#h(e)&&(!this.isLoaded||this.hasNewer&&!t)&&await this.#a(()=>this.#l(e))}async openAt(e,t){if(!this.#h(e))return!1;this.#t.find(e,t)||await this.#a(()=>this.#p(e,t));let r=this.#t.find(e,t)!==void 0;return this.isLoaded||await this.#a(()=>this.#l(e)),!r&&this.channelId===e&&this.complain(v.noSuchMessage),r&&this.channelId===e}jumpTo(e){let t=Va(e);return t&&this.jumpToMessage(t.channel,t.message),t!==null}jumpToMessage(e,t){this.dispatchEvent(new CustomEvent("jump",{detail:{channel:e,message:t}}))}async loadOlder(){let{channelId:e}=this,t=this.messages[0]?.id;t&&await this.#a(()=>this.#c("loadOlder",e,{before:t}))}async loadNewer(){let{channelId:e}=this,t=this.messages.at(-1)?.id;t&&await this.#a(()=>this.#c("loadNewer",e,{after:t}))}async loadNewest(){await this.#a(()=>this.#l(this.channelId))}send(e,t,r){return this.#a(async()=>{let o=this.channelId;await this.#z(await this.#e.as(a=>a.send(o,e,t,r)))})}edit(e,t){return this.#a(async()=>this.#v(await this.#e.as(r=>r.edit(e,t))))}delete(e){return this.#a(async()=>{await this.#e.as(t=>t.delete(e)),this.#t.remove(e.channel_id,[e.id]),this.#n()})}react(e,t){let r=e.reactions?.some(o=>o.me&&o.emoji.name===t.name);return this.#a(()=>this.#e.as(o=>o.react(e,t,!r)))}async openThread(e,t){return this.#a(async()=>{let r=await this.#e.as(o=>o.openThread(e.channel_id,t,e.id));this.view=await this.#e.as(o=>o.view()),await this.open(r.id)})}command(e,t={}){return this.#u(r=>r.command(this.channelId,e,t))}app(e,t){return this.#u(r=>r.app(e,t))}use(e,t,r){return this.#u(o=>o.component(e,t,r))}submit(e,t){return this.#u(r=>r.submit(e,t),()=>this.modal=null)}closeModal(){this.modal=null,this.#n()}playEvening(){return this.#a(async()=>{await gl()})}complain(e){this.complaint=e,this.#n()}async#r(e){let t=await this.#e.become(e),{api:r}=this;this.#s?.close(),this.scores=new br(r),this.#t.clear(),this.unread.clear(),this.view=t,this.modal=null,this.#o();let o=this.#d(r);this.#n(),await o.begun,this.channelId&&r===this.api&&await this.#l(this.channelId)}#o(){let e=this.view?.channels??[];if(this.channel)return;let t=e.find(r=>r.id===this.host?.tour.channel);this.channelId=(t??Ra(e))?.id??""}#d(e){return this.#s=new Hr(e.eventsUrl(),t=>this.#g(t),t=>{this.connected=!0,t&&this.#a(()=>this.#m()),this.#n()},()=>{this.connected=!1,this.#n(),vl(this.start).then(t=>t&&location.reload())})}async#m(){this.view=await this.#e.as(e=>e.view()),this.#t.clear(),this.#o(),this.channelId&&await this.#l(this.channelId)}#h(e){return this.view?.channels.some(t=>t.id===e)?(this.channelId=e,this.unread.delete(e),this.#n(),!0):(this.complain(v.noSuchChannel),!1)}async#l(e){await this.#t.loadNewest(e,Or,()=>this.#f(e)),this.#n()}async#p(e,t){await this.#t.loadAround(e,t,Or,()=>this.#f(e,{around:t})),this.#n()}async#c(e,t,r){await this.#t[e](t,Or,()=>this.#f(t,r)),this.#n()}#f(e,t={}){return this.#e.as(r=>r.history(e,Or,t))}async#u(e,t){let r=null;return await this.#a(async()=>{r=await this.#e.as(e),t?.(),this.modal=r.modal??this.modal,r.message&&await this.#z(r.message)}),this.#n(),r}#g({t:e,d:t}){e==="MESSAGE_CREATE"||e==="MESSAGE_UPDATE"?this.#b(t,e==="MESSAGE_CREATE"):this.#t.hear(e,t,this.view?.user.id)?this.#n():e==="HOST_CHANGED"?(this.host=t,this.#n()):e!=="TYPING_START"&&this.#a(()=>this.#y())}#b(e,t){let r=this.#t.find(e.channel_id,e.id);if(!r&&!t)return;this.#v(e);let o=e.channel_id!==this.channelId;t&&o&&!(e.flags&Xe)&&this.unread.add(e.channel_id),(t||(r?.flags??0)&rs)&&!(e.flags&rs)&&this.dispatchEvent(new CustomEvent("message",{detail:e}))}async#y(){this.view=await this.#e.as(e=>e.view()),this.#o(),this.channelId&&await this.open(this.channelId)}#v(e){this.#t.take(e),this.#n()}async#z(e){let{channel_id:t,id:r}=e;this.#t.hasNewer(t)&&!this.#t.find(t,r)&&await this.#l(t),this.#v(e),this.dispatchEvent(new Event("answered"))}async#a(e){try{return await e(),!0}catch(t){if(t instanceof yi)return!1;if(!(t instanceof $t))throw t;return this.complain(t.sentence??v.unreachable),!1}}#n(){this.dispatchEvent(new Event("change"))}};var yl=Ge(class extends Te{constructor(i){if(super(i),i.type!==we.PROPERTY&&i.type!==we.ATTRIBUTE&&i.type!==we.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!js(i))throw Error("`live` bindings can only contain a single expression")}render(i){return i}update(i,[s]){if(s===ue||s===x)return s;let e=i.element,t=i.name;if(i.type===we.PROPERTY){if(s===e[t])return ue}else if(i.type===we.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return ue}else if(i.type===we.ATTRIBUTE&&e.getAttribute(t)===s+"")return ue;return Ds(i),s}});function td(i){let s=[...i.currentTarget.querySelectorAll("[data-item]")],e=s.indexOf(i.target),r={ArrowDown:e+1,ArrowUp:e-1,Home:0,End:s.length-1}[i.key];e<0||r===void 0||(i.preventDefault(),s[r]?.focus())}var $e,zl,wl,So,_l,xl,$l,zi=class extends j{constructor(){super(...arguments);B(this,$e);this.version=0}createRenderRoot(){return this}render(){let{session:e}=this;return n`<h2 class="server-name">${e.start?.server.name??""}</h2>
      <ul class="channels" aria-label=${v.channels} @keydown=${td}>
        ${d(this,$e,zl).call(this).map(t=>d(this,$e,wl).call(this,t))}
      </ul>
      ${d(this,$e,xl).call(this)}`}};$e=new WeakSet,zl=function(){return(this.session.view?.channels??[]).filter(t=>t.type!==Rt.CATEGORY&&!Je(t)).toSorted((t,r)=>(t.position??0)-(r.position??0))},wl=function(e){let t=(this.session.view?.channels??[]).filter(r=>Je(r)&&r.parent_id===e.id&&!r.thread_metadata?.archived);return n`<li>${d(this,$e,So).call(this,e,"#")}
      ${t.length?n`<ul class="threads">${t.map(r=>n`<li>${d(this,$e,So).call(this,r,"\u21B3")}</li>`)}</ul>`:x}
    </li>`},So=function(e,t){let{session:r}=this,o=e.id===r.channelId,a=r.unread.has(e.id),l=Da(e,r.start?.server.id),c=[e.name,Je(e)?v.thread:"",l?v.privateChannel:"",a?v.unread:""];return n`<button type="button" data-item class="channel ${a?"unread":""}" tabindex=${o?0:-1}
      aria-label=${c.filter(Boolean).join(", ")} aria-current=${o?"page":x} @click=${()=>d(this,$e,_l).call(this,e)}>
      <span aria-hidden="true" class="sign">${l?"\u{1F512}":t}</span><span class="name">${e.name}</span></button>`},_l=function(e){this.session.open(e.id),this.dispatchEvent(new CustomEvent("gone",{bubbles:!0}))},xl=function(){let{session:e}=this,t=e.view?.user;return n`<div class="you">
      ${t?n`<img class="avatar" src=${oi(t)} alt="" />`:x}
      <label title=${v.youAreHint}>${v.youAre}
        <select class="who" aria-busy=${e.isChanging} @change=${r=>e.become(r.target.value)}>
          ${(e.start?.people??[]).map(({user:r})=>n`<option value=${r.id} ?selected=${r.id===t?.id}
            .selected=${yl(r.id===t?.id)}>${r.global_name??r.username}</option>`)}
        </select>
      </label>
      <button type="button" class="icon" aria-label=${v.theme[Wt()]} title=${v.theme[Wt()]}
        @click=${d(this,$e,$l)}><span aria-hidden="true">◐</span></button>
    </div>`},$l=function(){let e=Di[(Di.indexOf(Wt())+1)%Di.length];e&&Zo(e),this.requestUpdate()},T([m({attribute:!1})],zi.prototype,"session",2),T([m({attribute:!1})],zi.prototype,"version",2),zi=T([U("channel-list")],zi);var _i,Ml,kl,wi=class extends j{constructor(){super(...arguments);B(this,_i);this.version=0}createRenderRoot(){return this}render(){return n`${d(this,_i,kl).call(this).map(([e,t])=>n`<h3>${e} — ${t.length}</h3>
      <ul aria-label=${e}>${t.map(r=>d(this,_i,Ml).call(this,r))}</ul>`)}`}};_i=new WeakSet,Ml=function(e){let t=this.session.nameOf(e.user);return n`<li class="member"><img class="avatar" src=${oi(e.user)} alt="" /><span>${t}</span>
      ${e.user.bot?n`<span class="app">${v.app}</span>`:x}</li>`},kl=function(){let e=this.session.view;if(!e)return[];let t=e.roles.filter(c=>c.name!=="@everyone").toSorted((c,u)=>u.position-c.position),r=c=>t.find(u=>c.roles.includes(u.id)),o=e.members.filter(c=>c.user.bot),a=e.members.filter(c=>!c.user.bot),l=t.map(c=>[c.name,a.filter(u=>r(u)===c)]);return l.push([v.members,a.filter(c=>!r(c))],[v.bots,o]),l.filter(([,c])=>c.length)},T([m({attribute:!1})],wi.prototype,"session",2),T([m({attribute:!1})],wi.prototype,"version",2),wi=T([U("member-list")],wi);var Ft,Tl,Ao,xi=class extends j{constructor(){super(...arguments);B(this,Ft);this.message=null}createRenderRoot(){return this}async open(e){this.message=e,await this.updateComplete,this.querySelector("dialog")?.showModal()}render(){return this.message?n`<dialog class="modal" aria-labelledby="thread-title" @close=${()=>this.message=null}>
      <form @submit=${d(this,Ft,Tl)}>
        <h2 id="thread-title">${v.openThread}</h2>
        <div class="field"><label for="thread-name">${v.threadName}</label>
          <input id="thread-name" name="name" type="text" required maxlength="100" /></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${d(this,Ft,Ao)}>${v.cancel}</button>
          <button type="submit" class="button primary">${v.create}</button>
        </div>
      </form></dialog>`:x}};Ft=new WeakSet,Tl=function(e){e.preventDefault();let t=new FormData(e.target).get("name");this.message&&this.session.openThread(this.message,String(t)),d(this,Ft,Ao).call(this)},Ao=function(){this.querySelector("dialog")?.close()},T([m({attribute:!1})],xi.prototype,"session",2),T([re()],xi.prototype,"message",2),xi=T([U("thread-dialog")],xi);var Oo=matchMedia("(max-width: 860px)"),id=8e3,xs,$s,Vr,Rr,ce,Io,El,Hl,Cl,Sl,Vo,_s,Al,tt=class extends j{constructor(){super(...arguments);B(this,ce);this.session=new Ir;this.version=0;this.drawer=null;this.announced="";B(this,xs);B(this,$s,"");B(this,Vr,()=>{this.version+=1;let{session:e}=this;document.title=e.channel?v.title(e.channel.name,e.start?.server.name??""):document.title,e.complaint!==M(this,$s)&&(Y(this,$s,e.complaint),clearTimeout(M(this,xs)),e.complaint&&Y(this,xs,setTimeout(()=>e.complain(""),id)))});B(this,Rr,e=>{let{session:t}=this,r=e.detail;if(r.channel_id!==t.channelId||r.author.id===t.view?.user.id)return;let[o]=r.embeds,a=r.content||[o?.title,o?.description].filter(Boolean).join(". ");this.announced=v.said(t.nameOf(r.author),vr(a,t))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("change",M(this,Vr)),this.session.addEventListener("message",M(this,Rr)),Oo.addEventListener("change",()=>this.drawer=null),this.session.begin()}render(){let{session:e,drawer:t}=this;if(!e.view)return n`<p class="opening" role="status">${e.complaint||v.loading}</p>`;let r=Oo.matches&&t!==null;return n`<a class="skip" href="#messages">${v.skip}</a>
      <div class="frame" @keydown=${d(this,ce,Al)} @gone=${()=>d(this,ce,_s).call(this)} @message-menu=${d(this,ce,Cl)}>
        ${d(this,ce,Io).call(this,"channels",n`<channel-list .session=${e} .version=${this.version}></channel-list>`)}
        <main id="messages" tabindex="-1" ?inert=${r}>
          ${d(this,ce,El).call(this)}
          ${d(this,ce,Hl).call(this)}
          <guided-tour .session=${e} .version=${this.version} @closed=${()=>this.composer.querySelector("textarea")?.focus()}></guided-tour>
          <message-list .session=${e} .messages=${e.messages} .view=${e.view} .channelId=${e.channelId}></message-list>
          <message-composer .session=${e} .version=${this.version}></message-composer>
        </main>
        ${d(this,ce,Io).call(this,"members",n`<member-list .session=${e} .version=${this.version}></member-list>`)}
        ${r?n`<div class="scrim" @click=${()=>d(this,ce,_s).call(this)}></div>`:x}
      </div>
      <div class="unseen" role="log" aria-live="polite">${this.announced}</div>
      <message-menu .session=${e} @act=${d(this,ce,Sl)}></message-menu>
      <thread-dialog .session=${e}></thread-dialog>
      ${e.modal?n`<modal-form .modal=${e.modal} .session=${e} .complaint=${e.complaint}></modal-form>`:x}`}};xs=new WeakMap,$s=new WeakMap,Vr=new WeakMap,Rr=new WeakMap,ce=new WeakSet,Io=function(e,t){let r=this.drawer===e,o=Oo.matches&&!r,a=n`<button type="button" class="icon close-drawer" aria-label=${v.close}
      @click=${()=>d(this,ce,_s).call(this)}><span aria-hidden="true">✕</span></button>`,l=`side side-${e} ${r?"open":""}`;return e==="channels"?n`<nav class=${l} aria-label=${v.channels} ?inert=${o}>${a}${t}</nav>`:n`<aside class=${l} aria-label=${v.members} ?inert=${o}>${a}${t}</aside>`},El=function(){let{session:e}=this,t=["quarrel","calming"].includes(e.host?.tour.evening.state??"");return n`<header class="head">
      <button type="button" class="icon narrow" aria-label=${v.showChannels} aria-expanded=${this.drawer==="channels"}
        @click=${()=>d(this,ce,Vo).call(this,"channels")}><span aria-hidden="true">☰</span></button>
      <h1>${e.channel?.name??""}</h1>
      <p class="topic">${e.channel?.topic??""}</p>
      <button type="button" class="button secondary" ?disabled=${t} @click=${()=>e.playEvening()}>
        ${t?v.eveningPlays:v.playEvening}</button>
      <button type="button" class="button secondary" @click=${()=>this.tour.open()}>${v.openTour}</button>
      <button type="button" class="icon narrow" aria-label=${v.showMembers} aria-expanded=${this.drawer==="members"}
        @click=${()=>d(this,ce,Vo).call(this,"members")}><span aria-hidden="true">👥</span></button>
    </header>`},Hl=function(){let{session:e}=this,t=e.host?.bot,r=e.connected?t?.state==="starting"?v.botStarting:t?.state==="stopped"?v.botStopped(t.reason):"":v.broken;return n`<div class="notice" role="status" tabindex=${r.includes(`
`)?0:x}>${r}</div>
      <div class="notice complaint" role="alert">${e.modal?"":e.complaint}</div>`},Cl=function(e){let{message:t,x:r,y:o}=e.detail;this.menu.open(t,r,o)},Sl=function(e){let{act:t,message:r}=e.detail;setTimeout(()=>{t==="reply"?this.composer.reply(r):t==="edit"?this.composer.edit(r):this.threadDialog.open(r)})},Vo=async function(e){this.drawer=e,await this.updateComplete,this.querySelector(`.side-${e} .close-drawer`)?.focus()},_s=async function(){let e=this.drawer;if(!e)return;this.drawer=null,await this.updateComplete;let t=e==="channels"?v.showChannels:v.showMembers;this.querySelector(`.head [aria-label="${t}"]`)?.focus()},Al=function(e){e.key==="Escape"&&this.drawer&&d(this,ce,_s).call(this)},T([re()],tt.prototype,"version",2),T([re()],tt.prototype,"drawer",2),T([re()],tt.prototype,"announced",2),T([Wi("message-menu")],tt.prototype,"menu",2),T([Wi("message-composer")],tt.prototype,"composer",2),T([Wi("thread-dialog")],tt.prototype,"threadDialog",2),T([Wi("guided-tour")],tt.prototype,"tour",2),tt=T([U("playground-page")],tt);Dr(Wt());document.body.append(document.createElement("playground-page"));
/*! For license information please see page.js.LEGAL.txt */
